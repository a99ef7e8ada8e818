import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export interface Service {
  url: string;
  /** Of the server, and of the process group that it leads. */
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Of that, what went to standard output. */
  lines(): string[];
  /** Waits until it has printed this. */
  printed(text: string): Promise<void>;
  stop(): Promise<void>;
  /** How the process that was started ends: its exit code, or the signal that ended it. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

interface Start {
  command: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  url: string;
}

/** Milliseconds. A start may have to build first. */
const patience = 300_000;

/** Starts a server in a process group of its own and waits until it answers. */
export async function startService({ command, cwd, env, url }: Start): Promise<Service> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const waiting = new Map<string, () => void>();
  const keep = (chunk: Buffer) => {
    output += chunk;
    for (const [text, resolve] of waiting) if (output.includes(text)) resolve();
  };
  let standard = "";
  child.stdout.on("data", (chunk: Buffer) => {
    standard += chunk;
    keep(chunk);
  });
  child.stderr.on("data", keep);

  const ended = once(child, "exit").then(([code, signal]) => ({ code, signal }));
  const deadline = Date.now() + patience;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended:\n${output}`);
    if (Date.now() > deadline) {
      await end(child);
      throw new Error(`${command.join(" ")} does not answer at ${url}:\n${output}`);
    }
    await wait(100);
  }
  if (child.pid === undefined) throw new Error(`${command.join(" ")} did not start.`);
  return {
    url,
    pid: child.pid,
    output: () => output,
    lines: () => standard.split("\n").filter(Boolean),
    printed: (text) =>
      new Promise((resolve) => (output.includes(text) ? resolve() : waiting.set(text, resolve))),
    stop: () => end(child),
    ended,
  };
}

async function answers(url: string) {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Ends the process and whatever it started: its output closes when the last of them that holds it is gone. */
async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, "close");
  process.kill(-child.pid, "SIGTERM");
  await ended;
}
