import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startExample } from "../support/example";
import { startFakeOpenAI } from "../support/fake-openai";
import { startSite } from "../support/site";
import { Visitor } from "../support/visitor";
import { question } from "./chat-body";

const week = 7 * 24 * 60 * 60;

// An example and a site of their own, because their databases are written to.
let model: Awaited<ReturnType<typeof startFakeOpenAI>>;
let example: Awaited<ReturnType<typeof startExample>>;
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  model = await startFakeOpenAI();
  const answers = { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: "for-tests" };
  example = await startExample(answers);
  site = await startSite(answers);
}, 300_000);
afterAll(async () => {
  await Promise.all([example.stop(), site.stop(), model.stop()]);
});

test("a page shows who is signed in, without the token, and leaves the renewal to a route", async () => {
  const visitor = new Visitor(example.url);
  const { email } = await visitor.signUp("Alice");
  const token = decodeURIComponent(visitor.cookies("/").split("=")[1] ?? "").split(".")[0] ?? "";
  expect(token).toMatch(/^\w{16,}$/);
  twoDaysLater(example.database);
  const page = await visitor.call("GET", "/");
  const html = await page.text();
  expect(html).toContain(email);
  expect(html).not.toContain(token);
  expect(page.headers.get("cache-control")).toContain("no-store");
  expect(page.headers.getSetCookie()).toEqual([]);
  // Had the page renewed it, no route would for another day.
  expect((await visitor.call("GET", "/api/threads")).headers.getSetCookie()).toHaveLength(1);

  const stranger = await new Visitor(example.url).call("GET", "/");
  expect(stranger.status).toBe(200);
  expect(await stranger.text()).not.toContain(email);
});

/** Lets two days pass for every session. */
function twoDaysLater(file: string) {
  const database = new Database(file);
  database.prepare("update session set expires_at = expires_at - ?").run(2 * 24 * 60 * 60 * 1000);
  database.close();
}

describe.each(["the example alone", "the example in a sandbox"])("%s", (name) => {
  async function enter() {
    if (name === "the example alone") return { visitor: new Visitor(example.url), file: example.database };
    const visitor = new Visitor(site.url, "/demo/a");
    const folder = join(site.dataDir, "sandboxes");
    const before = new Set(readdirSync(folder));
    await visitor.enterSandbox();
    const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".db") && !before.has(name));
    return { visitor, file: join(folder, file) };
  }

  test("whichever route renews a session sends the renewed cookie, to the browser that asked", async () => {
    const { visitor, file } = await enter();
    const path = name === "the example alone" ? "/" : "/demo/a";
    await visitor.signUp("Alice");
    const asks = [
      () => visitor.call("GET", "/api/threads"),
      () => visitor.call("POST", "/api/chat", { body: { message: question("Hello") } }),
    ];
    for (const ask of asks) {
      twoDaysLater(file);
      const renewed = (await ask()).headers.getSetCookie();
      expect(renewed).toHaveLength(1);
      const [pair = "", ...attributes] = (renewed[0] ?? "").split("; ");
      expect(pair).toMatch(/better-auth\.session_token=.+/);
      expect(attributes).toEqual(
        expect.arrayContaining([`Max-Age=${week}`, `Path=${path}`, "HttpOnly", "SameSite=lax"]),
      );
      expect((await visitor.call("GET", "/api/threads")).status).toBe(200);
    }
  });
});
