import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { root } from "../support/environment";
import { startFakeOpenAI } from "../support/fake-openai";
import { outcomeOf, readReport, runVerifier } from "../support/verifier";
import { Visitor } from "../support/visitor";
import { buildContainer, instructions } from "./example-container";
import { testBehindProxies } from "./example-proxies";

// The example in its container, as far as that goes without Docker.

const minutes = 60_000;
let container: ReturnType<typeof buildContainer>;
let model: Awaited<ReturnType<typeof startFakeOpenAI>>;

beforeAll(async () => {
  model = await startFakeOpenAI();
  container = buildContainer();
}, 8 * minutes);

afterAll(async () => {
  await model?.stop();
  container?.remove();
});

const start = (settings: Record<string, string> = {}) =>
  container.start({
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_API_KEY: "for-tests",
    TRUSTED_ADDRESS_HEADER: "X-Forwarded-For",
    ...settings,
  });

/** For one test. */
async function startHere(settings: Record<string, string> = {}) {
  const app = await start(settings);
  onTestFinished(app.stop);
  return app;
}

const textOf = (name: string) =>
  instructions.findLast((instruction) => instruction.name === name)?.text ?? "";

test("nothing in the container runs as root, and the data are on a volume that compose.yaml keeps", () => {
  for (const [at, { name }] of instructions.entries())
    if (name === "FROM") expect(instructions[at + 1]).toEqual({ name: "USER", text: "node" });
  const [file] = container.env.DATABASE_FILE?.split("/").slice(-1) ?? [];
  expect(`${textOf("WORKDIR")}/${container.env.DATABASE_FILE}`).toBe(`${textOf("VOLUME")}/${file}`);
  const { services, volumes } = parse(readFileSync(join(root, "examples/nextjs/compose.yaml"), "utf8"));
  expect(services.app.volumes).toEqual([`data:${textOf("VOLUME")}`]);
  expect(volumes).toHaveProperty("data");
});

test("what the image holds is no secret, no database and no source", () => {
  const held = execFileSync("find", [".", "-not", "-path", "*/node_modules/*"], {
    cwd: container.folder,
    encoding: "utf8",
  });
  expect(held).toContain("./drizzle/meta/_journal.json");
  expect(held.match(/^.*(\/\.env|\.db$|auth\.ts$).*$/gm)).toBeNull();
});

test(
  "what the Dockerfile says, done in an empty folder, serves an app of which everything holds",
  async () => {
    const app = await startHere();
    const { stdout } = await runVerifier([app.url, "--json"]);
    expect(outcomeOf(readReport(stdout))).toEqual({ fails: [], skipped: [], faults: [], problem: null });
    const [, check = ""] = textOf("HEALTHCHECK").split("CMD ");
    execFileSync("sh", ["-c", check], { env: { ...container.env, PORT: new URL(app.url).port } });
    expect(app.output()).not.toContain("is missing");
    expect(app.output()).not.toContain("a-secret-for-tests");
  },
  3 * minutes,
);

/** A signed-in visitor with a thread of theirs. */
async function withThread(url: string) {
  const visitor = new Visitor(url);
  const alice = await visitor.signUp("Alice");
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const ask = (text: string) => visitor.call("POST", "/api/chat", { body: { id, message: question(text) } });
  const stored = () => visitor.json<object[]>("GET", `/api/threads/${id}/messages`);
  return { visitor, alice, id, ask, stored };
}

const release = (text: string) =>
  fetch(`${model.url}/release?question=${encodeURIComponent(text)}`, { method: "POST" });

/** Whether new connections are taken. */
const listens = (url: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

test("at SIGTERM an answer that is under way is finished and kept, and then the app ends", async () => {
  const app = await startHere();
  const { ask, alice, id } = await withThread(app.url);
  const answer = await ask("[hold] a stop");
  process.kill(app.pid, "SIGTERM");
  await expect.poll(() => listens(app.url)).toBe(false);
  await release("a stop");
  expect((await readChat(answer)).text).toBe("You said: [hold] a stop");
  // What Next.js says of an end by this signal, after all is done.
  expect((await app.ended).code).toBe(143);

  const again = await startHere();
  const visitor = new Visitor(again.url);
  await visitor.json("POST", "/api/auth/sign-in/email", { body: alice });
  expect(await visitor.json("GET", `/api/threads/${id}/messages`)).toHaveLength(2);
});

test("a backup that is made while the app writes is restored with every row that was there, and with no other", async () => {
  const app = await startHere();
  const { visitor, alice } = await withThread(app.url);
  let isOver = false;
  let count = 1;
  const writing = (async () => {
    while (!isOver) await visitor.json("POST", "/api/threads", { body: { localId: `more-${count++}` } });
  })();
  await expect.poll(() => count).toBeGreaterThan(5);
  const before = count - 1;
  container.exec("node", "db/backup.mjs", "data/copy.db");
  isOver = true;
  await writing;
  await visitor.json("POST", "/api/threads", { body: { localId: "after the backup" } });

  const restore = () => container.exec("node", "db/restore.mjs", "data/copy.db");
  expect(restore).toThrow("Stop the app first");
  await app.stop();
  restore();

  const restored = await startHere();
  const again = new Visitor(restored.url);
  await again.json("POST", "/api/auth/sign-in/email", { body: alice });
  const threads = await allThreads(again);
  expect(threads).toBeGreaterThanOrEqual(before);
  expect(threads).toBeLessThanOrEqual(count);
});

async function allThreads(visitor: Visitor) {
  let sum = 0;
  let path: string | undefined = "/api/threads";
  while (path) {
    const response = await visitor.call("GET", path);
    sum += ((await response.json()) as object[]).length;
    const next: string | undefined = /<([^>]+)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
    path = next && new URL(next, visitor.origin).pathname + new URL(next, visitor.origin).search;
  }
  return sum;
}

describe("a new secret", () => {
  test.each([
    ["alone", { BETTER_AUTH_SECRET: "another-secret-for-tests-that-is-long-enough" }],
    [
      "beside the old one",
      {
        BETTER_AUTH_SECRETS:
          "2:another-secret-for-tests-that-is-long-enough,1:a-secret-for-tests-that-is-long-enough",
      },
    ],
  ])("%s signs everybody out, and takes no account and no thread", async (_, settings) => {
    const first = await startHere();
    const { visitor, alice } = await withThread(first.url);
    const headers = { Cookie: visitor.cookies("/") };
    await first.stop();

    const second = await startHere(settings);
    expect((await fetch(`${second.url}/api/threads`, { headers })).status).toBe(401);
    const again = new Visitor(second.url);
    await again.json("POST", "/api/auth/sign-in/email", { body: alice });
    expect(await again.json("GET", "/api/threads")).toHaveLength(1);
  });
});

test("a path of its own is refused by the build, with what to do instead", () => {
  const config = join(root, "examples/nextjs/next.config.ts");
  const underPath = readFileSync(config, "utf8").replace(
    "poweredByHeader",
    'basePath: "/chat",\n  poweredByHeader',
  );
  expect(underPath).toContain("basePath:");
  expect(() =>
    execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", underPath], {
      stdio: "pipe",
    }),
  ).toThrow("give the app a subdomain");
});

testBehindProxies({
  startApp: (address) => start({ BETTER_AUTH_URL: address }),
  modelUrl: () => model.url,
});
