import { execFile } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { question } from "../api/chat-body";
import { plainEnv, root } from "../support/environment";
import { startSite } from "../support/site";
import { Visitor } from "../support/visitor";

/** What a start that fails says, and its exit code. */
async function failedStart(env: Record<string, string>) {
  const start = promisify(execFile)(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...plainEnv(), ...env },
  });
  const { code, stdout, stderr } = await start.then(
    () => Promise.reject(new Error("It started.")),
    (error) => error,
  );
  return { code, output: stdout + stderr };
}

test("a taken port gets one clear line", async () => {
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

test("it says where it answers, and keeps a secret of its own that only its owner can read", async () => {
  const site = await startSite();
  expect(site.output()).toContain(`▸ The site answers at ${site.url}`);
  expect(statSync(join(site.dataDir, "secret")).mode & 0o777).toBe(0o600);
  await site.stop();
  await rm(site.dataDir, { recursive: true });
});

test("stopping the server finishes what is under way, and takes nothing new", async () => {
  const site = await startSite({ MODEL_WORDS_PER_SECOND: "30" });
  const visitor = new Visitor(site.url, "/demo/a");
  await visitor.enterSandbox();
  await visitor.signUp("Alice");

  const body = { messages: [question("How do I scope threads by user?")] };
  const answer = await visitor.call("POST", "/api/chat", { body });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("The chat answered without a stream.");
  let text = "";
  const readUntil = async (word: string | undefined) => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      if (word && text.includes(word)) return;
    }
  };

  await readUntil("text-delta");
  process.kill(site.pid, "SIGTERM");
  await readUntil(undefined);

  expect(text).toContain('"type":"finish"');
  const newcomer = connect(Number(new URL(site.url).port), "localhost");
  await expect(once(newcomer, "connect")).rejects.toThrow("ECONNREFUSED");
  await site.stop();
  await rm(site.dataDir, { recursive: true });
});
