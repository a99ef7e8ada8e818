import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
const { copy: built, example, model } = inject("addresses");
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
  // Next.js sets these two.
  const own = new Set(["PORT", "NEXT_RUNTIME"]);
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
    env: { ...foreignEnv(), ...env },
    url,
  });
  onTestFinished(service.stop);
  return url;
}

async function signUpAndChat(url: string) {
  const visitor = new Visitor(url);
  await visitor.signUp("Alice");
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const body = { id, messages: [question("Where is the harbour?")] };
  return (await readChat(await visitor.call("POST", "/api/chat", { body }))).text;
}

test("`npm start -- -p` is all that another port takes", async () => {
  const url = await start(built, (port) => ["start", "--", "-p", port], {
    BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
    DATABASE_FILE: join(await temporaryFolder(), "app.db"),
    OPENAI_API_KEY: "for-tests",
    OPENAI_BASE_URL: `${model}/v1`,
  });
  expect(await signUpAndChat(url)).toBe("You said: Where is the harbour?");
}, 60_000);

test("servers that start together on a new database all start, and share it", async () => {
  const env = {
    BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
    DATABASE_FILE: join(await temporaryFolder(), "app.db"),
  };
  const command = (port: string) => ["start", "--", "-p", port];
  const [first = "", ...others] = await Promise.all([1, 2, 3, 4].map(() => start(built, command, env)));

  const alice = await new Visitor(first).signUp("Alice");
  for (const url of others) {
    const visitor = new Visitor(url);
    const { user } = await visitor.json<{ user: object }>("POST", "/api/auth/sign-in/email", { body: alice });
    expect(user).toHaveProperty("id", alice.id);
  }
}, 60_000);

test("`npm ci`, the two values in `.env`, and `npm run dev` are all that a newcomer needs", async () => {
  const own = await temporaryFolder();
  for (const file of await exampleFiles()) {
    await mkdir(dirname(join(own, file)), { recursive: true });
    await copyFile(join(folder, file), join(own, file));
  }
  await npm(own, "ci");
  const settings = (await read(".env.example"))
    .replace("BETTER_AUTH_SECRET=", "BETTER_AUTH_SECRET=a-secret-for-tests-that-is-long-enough")
    .replace("OPENAI_API_KEY=", "OPENAI_API_KEY=for-tests")
    // In place of the real one, which tests have no key for.
    .replace(/^# OPENAI_BASE_URL=.*$/m, `OPENAI_BASE_URL=${model}/v1`);
  await writeFile(join(own, ".env"), settings);

  const url = await start(own, (port) => ["run", "dev", "--", "-p", port], {});
  expect(await signUpAndChat(url)).toBe("You said: Where is the harbour?");
}, 300_000);
