import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { question } from "../api/chat-body";
import { plainEnv, root } from "../support/environment";
import { freePort } from "../support/free-port";
import { startSite } from "../support/site";
import { Visitor } from "../support/visitor";

/** The server without npm around it. */
const command = [process.execPath, "server/start.ts"];

/** What a start that fails says, and its exit code. */
async function failedStart(env: Record<string, string>, how: readonly string[] = command) {
  const [file = "", ...args] = how;
  const start = promisify(execFile)(file, args, { cwd: root, env: { ...plainEnv(), ...env } });
  const { code, stdout, stderr } = await start.then(
    () => Promise.reject(new Error("It started.")),
    (error) => error,
  );
  return { code, output: stdout + stderr };
}

test("a taken port gets one clear line, before anything is built", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const address = other.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  const { code, output } = await failedStart({ PORT: String(address.port) });
  other.close();
  expect(code).toBe(1);
  expect(output).toBe(
    `Port ${address.port} is taken. Choose another, for instance PORT=${address.port + 1}.\n`,
  );
});

test.each([
  ["PORT", "abc", "PORT must be a whole number from 1 to 65535.\n"],
  ["TRUST_PROXY", "yes", "TRUST_PROXY must be off, or how many reverse proxies stand in front (1 to 9).\n"],
])("an unusable %s stops the start with a line that names it", async (name, value, line) => {
  expect(await failedStart({ [name]: value })).toEqual({ code: 1, output: line });
});

/** A folder that goes with its test. */
async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "guide-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("a DATA_DIR that cannot be written stops the start with a line that names it", async () => {
  const { code, output } = await failedStart({ DATA_DIR: "/dev/null/data", BETTER_AUTH_SECRET: "" });
  expect(code).toBe(1);
  expect(output).toMatch(/^DATA_DIR \(\/dev\/null\/data\) cannot be used: ENOTDIR.*\n$/);
});

test.each([
  // No file may be larger than 32 KiB, for whoever runs the tests: a sandbox's file cannot be finished.
  ["takes no sandbox", ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", ...command], {}],
  ["has too little room", command, { DISK_MIN_FREE_BYTES: String(1024 ** 5) }],
] as const)(
  "a disk that %s stops the start with a line, and nothing half-made stays",
  async (_, how, env) => {
    const folder = await temporaryFolder();
    const port = String(await freePort());
    const { code, output } = await failedStart({ PORT: port, DATA_DIR: folder, SITE_URL: "", ...env }, how);
    expect(code).toBe(1);
    expect(output.trimEnd().split("\n").at(-1)).toBe(
      `DATA_DIR (${folder}) cannot be used: its disk is read-only, or has less than DISK_MIN_FREE_BYTES left.`,
    );
    expect(output).not.toContain("The site answers");
    expect(output).not.toMatch(/^\s+at /m);
    expect(readdirSync(join(folder, "sandboxes"))).toEqual([]);
  },
);

/** A site of the test's own. */
async function start(...args: Parameters<typeof startSite>) {
  const site = await startSite(...args);
  onTestFinished(site.stop);
  return site;
}

test("it says where it answers, and keeps a secret of its own that only its owner can read", async () => {
  const site = await start();
  expect(site.output()).toContain(`▸ The site answers at ${site.url}`);
  expect(statSync(join(site.dataDir, "secret")).mode & 0o777).toBe(0o600);
  // The one that the start made is gone.
  expect(readdirSync(join(site.dataDir, "sandboxes"))).toEqual([]);
});

/** Waits until a site takes no connection any more. */
async function refusal(url: string) {
  for (;;) {
    const newcomer = connect(Number(new URL(url).port), "localhost");
    const error = await once(newcomer, "connect").then(() => newcomer.destroy(), String);
    if (String(error).includes("ECONNREFUSED")) return;
  }
}

/** A chat of which the answer has begun. */
async function beginChat(url: string) {
  const visitor = new Visitor(url, "/demo/a");
  await visitor.enterSandbox();
  await visitor.signUp("Alice");
  const body = { message: question("How do I scope threads by user?") };
  const answer = await visitor.call("POST", "/api/chat", { body });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("The chat answered without a stream.");

  let text = "";
  const read = async (until?: string) => {
    while (!(until && text.includes(until))) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
    return text;
  };
  await read("text-delta");
  return { rest: () => read() };
}

test.each([
  ["SIGTERM to the server", "SIGTERM", command, 1],
  ["SIGINT to the server", "SIGINT", command, 1],
  // As a terminal does it: every process gets the signal, npm as well.
  ["Ctrl+C", "SIGINT", ["npm", "start"], -1],
  // The server itself gets no signal then.
  ["the end of npm", "SIGTERM", ["npm", "start"], 1],
] as const)("%s: a stream that is under way finishes, and nothing new is taken", async (...given) => {
  const [, signal, how, sign] = given;
  const site = await start({ MODEL_WORDS_PER_SECOND: "30" }, [...how]);
  const chat = await beginChat(site.url);
  // A negative number names the whole group of processes.
  process.kill(sign * site.pid, signal);

  expect(await chat.rest()).toContain('"type":"finish"');
  await refusal(site.url);
});

test("told to stop, the server ends without a fault when the last answer is out", async () => {
  const site = await start({ MODEL_WORDS_PER_SECOND: "30" }, command);
  const chat = await beginChat(site.url);
  process.kill(site.pid, "SIGTERM");
  await chat.rest();
  expect(await site.ended).toEqual({ code: 0, signal: null });
  expect(site.output()).toContain("▸ Stopping: what is under way may finish.");
});

test("a second signal ends the server at once", async () => {
  // The answer would take longer than the server waits.
  const site = await start({ MODEL_WORDS_PER_SECOND: "1" }, command);
  const chat = await beginChat(site.url);
  process.kill(site.pid, "SIGINT");
  await site.printed("Stopping");
  process.kill(site.pid, "SIGINT");
  await expect(chat.rest()).rejects.toThrow("terminated");
  expect(await site.ended).toEqual({ code: null, signal: "SIGINT" });
});
