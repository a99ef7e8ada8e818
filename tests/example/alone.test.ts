import { execFileSync } from "node:child_process";
import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { foreignEnv } from "../support/environment";
import { exampleFiles, npm } from "../support/example-copy";
import { freePort } from "../support/free-port";
import { startService } from "../support/service";
import { Visitor } from "../support/visitor";

// The example as somebody has it who took the folder and followed its README. The addresses are of another copy, which
// the README's first and last commands have installed, built and started.
const { copy: built, example, model: modelUrl } = inject("addresses");
const folder = resolve(import.meta.dirname, "../../examples/nextjs");
const read = (file: string) => readFile(join(folder, file), "utf8");

test("its own type check passes", async () => {
  await npm(built, "run", "typecheck");
}, 300_000);

test("every command of the README is one of its scripts", async () => {
  const { scripts } = JSON.parse(await read("package.json"));
  const named = [...(await read("README.md")).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(["dev", "build", "db:generate", "auth:generate"]));
  for (const name of [...named, "start"]) expect(scripts).toHaveProperty([String(name)]);
});

test(".env.example names every variable that the code reads", async () => {
  // Next.js sets these three.
  const own = new Set(["PORT", "NEXT_RUNTIME", "NODE_ENV"]);
  const sources = (await exampleFiles()).filter((file) => /\.tsx?$/.test(file));
  const code = await Promise.all(sources.map(read));
  const used = code.flatMap((text) =>
    [...text.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => String(name)),
  );
  // better-auth and the provider read these by themselves.
  used.push("BETTER_AUTH_SECRET", "OPENAI_API_KEY", "OPENAI_BASE_URL");

  const named = [...(await read(".env.example")).matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(used.filter((name) => !own.has(name))));
});

test("a build makes no database", async () => {
  expect((await readdir(built)).filter((file) => file.includes(".db"))).toEqual([]);
});

test("no page of another app may frame it", async () => {
  const { headers } = await fetch(example);
  expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
});

async function temporaryFolder() {
  const made = await mkdtemp(join(tmpdir(), "example-readme-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Starts the app with this command of the README, on a free port. */
async function start(cwd: string, args: (port: string) => string[], env: Record<string, string>) {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const service = await startService({
    command: ["npm", ...args(port)],
    cwd,
    env: { ...foreignEnv(), ...unset, ...env },
    url,
  });
  onTestFinished(service.stop);
  return service;
}

/** What a newcomer has not set, whatever the machine of the tests has. */
const unset = { BETTER_AUTH_SECRET: undefined, OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined };

const production = (port: string) => ["start", "--", "-p", port];
const development = (port: string) => ["run", "dev", "--", "-p", port];

/** All that production asks for, but for a model. */
const settings = async () => ({
  BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
  DATABASE_FILE: join(await temporaryFolder(), "app.db"),
});

async function askInNewThread(url: string) {
  const visitor = new Visitor(url);
  await visitor.signUp("Alice");
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const message = question("Where is the harbour?");
  const chat = await visitor.call("POST", "/api/chat", { body: { id, message } });
  const title = () => visitor.call("POST", `/api/threads/${id}/title`, { body: {} });
  const stored = () => visitor.json<unknown[]>("GET", `/api/threads/${id}/messages`);
  return { visitor, chat, title, stored };
}

const answerFrom = async (url: string) => (await readChat((await askInNewThread(url)).chat)).text;

test("`npm start -- -p` is all that another port takes", async () => {
  const model = { OPENAI_API_KEY: "for-tests", OPENAI_BASE_URL: `${modelUrl}/v1` };
  const { url } = await start(built, production, { ...(await settings()), ...model });
  expect(await answerFrom(url)).toBe("You said: Where is the harbour?");
}, 60_000);

test("without a key, production says so at start and to whoever asks, and keeps the question", async () => {
  const { url, output } = await start(built, production, await settings());
  expect(output()).toMatch(/^OPENAI_API_KEY is missing.*$/m);
  expect(output()).not.toContain("BETTER_AUTH_SECRET");

  const body = { message: question("Where is the harbour?") };
  expect((await new Visitor(url).call("POST", "/api/chat", { body })).status).toBe(401);

  const { chat, title, stored } = await askInNewThread(url);
  for (const response of [chat, await title()]) {
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      code: "NO_MODEL",
      message: expect.stringContaining("OPENAI_API_KEY"),
    });
  }
  expect(await stored()).toMatchObject([{ content: { role: "user" } }]);
}, 60_000);

test("without a secret, production draws none and says so at start", async () => {
  const { DATABASE_FILE } = await settings();
  const { output } = await start(built, production, { DATABASE_FILE, OPENAI_API_KEY: "for-tests" });
  expect(output()).toMatch(/^BETTER_AUTH_SECRET is missing.*$/m);
  expect(output()).not.toContain("OPENAI_API_KEY");
  expect(await readdir(built)).not.toContain(".env");
}, 60_000);

test("servers that start together on a new database all start, and share it", async () => {
  const env = await settings();
  const services = await Promise.all([1, 2, 3, 4].map(() => start(built, production, env)));
  const [first = "", ...others] = services.map(({ url }) => url);

  const alice = await new Visitor(first).signUp("Alice");
  for (const url of others) {
    const visitor = new Visitor(url);
    const { user } = await visitor.json<{ user: object }>("POST", "/api/auth/sign-in/email", { body: alice });
    expect(user).toHaveProperty("id", alice.id);
  }
}, 60_000);

test("`npm ci` and `npm run dev` are all that a newcomer needs", async () => {
  const own = await temporaryFolder();
  for (const file of await exampleFiles()) {
    await mkdir(dirname(join(own, file)), { recursive: true });
    await copyFile(join(folder, file), join(own, file));
  }
  await npm(own, "ci");

  const first = await start(own, development, {});
  const { visitor, chat, title } = await askInNewThread(first.url);
  expect((await readChat(chat)).text).toContain("You asked: “Where is the harbour?” I am a stand-in");
  expect(await (await title()).text()).toBe("Where is the harbour");
  expect(first.output()).toContain("Drew a BETTER_AUTH_SECRET");
  expect(first.output()).toContain("Answers come from a stand-in");
  expect(first.output()).not.toContain("is missing");
  const drawn = await readFile(join(own, ".env"), "utf8");
  expect(drawn).toMatch(/^BETTER_AUTH_SECRET=\S{44}\n$/);
  await first.stop();

  const second = await start(own, development, {});
  expect(second.output()).not.toContain("Drew");
  expect(await readFile(join(own, ".env"), "utf8")).toBe(drawn);
  const headers = { Cookie: visitor.cookies("/") };
  expect(await (await fetch(`${second.url}/api/threads`, { headers })).json()).toHaveLength(1);

  // Next.js takes back what it does not find in the file.
  await appendFile(join(own, ".env"), "OPENAI_MODEL=another\n");
  await second.printed("Reload env: .env");
  expect(await answerFrom(second.url)).toContain("I am a stand-in");

  const secrets = [".env", ".env.local", "app.db", "app.db-wal", "app.db.lock"];
  const git = (...args: string[]) => execFileSync("git", args, { cwd: own, encoding: "utf8" });
  git("init", "--quiet");
  expect(
    git("check-ignore", ...secrets)
      .trim()
      .split("\n"),
  ).toEqual(secrets);
  expect(git("ls-files", "--others", "--exclude-standard").trim().split("\n").sort()).toEqual(
    await exampleFiles(),
  );
}, 300_000);
