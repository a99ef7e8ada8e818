import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { foreignEnv } from "./foreign-env.ts";

export interface Service {
  url: string;
  /** Of the server, and of the process group that it leads. */
  pid: number;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

interface Start {
  command: string[];
  cwd: string;
  env: Record<string, string>;
  url: string;
  /** A build may come first. */
  patience?: number;
}

/** Starts a server of its own process group and waits until it answers. */
export async function startService({ command, cwd, env, url, patience = 240_000 }: Start): Promise<Service> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env: { ...foreignEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));

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
  return { url, pid: child.pid, output: () => output, stop: () => end(child) };
}

const answers = (url: string) =>
  fetch(url).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await ended;
}
