import { beforeEach, expect, test, vi } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { attacks } from "../attacks";
import { isExpectedToFail } from "../expected-failures";
import { DemoApp } from "./demo-app";
import { FixtureApp, json, type Seen, words } from "./fixture-app";
import { rows } from "./rows";
import { holds, runRow } from "./run";

let app: FixtureApp;
beforeEach(() => {
  app = new FixtureApp();
});

async function run(name: string) {
  const row = rows.find((row) => row.name === name);
  if (!row) throw new Error(`There is no row ${name}.`);
  const attacked = new DemoApp(app);
  await attacked.signInBoth();
  return runRow(row, attacked);
}

test.each(rows.map(({ name }) => name))(
  "%s holds for an app without a fault, and judges every request",
  async (name) => {
    const found = await run(name);
    expect(found.steps.filter(({ verdict }) => !verdict?.isRight)).toEqual([]);
    expect(found.steps.length).toBeGreaterThan(2);
    expect(holds(found)).toBe(true);
  },
);

const all = (app: FixtureApp) => json(200, [...app.threads.values()]);
const isList = ({ method, path, user }: Seen) => method === "GET" && path === "/api/threads" && user;

/** What is wrong with the app, and the check that must find it. */
const faults: [check: string, fault: string, instead: (seen: Seen) => Response | undefined][] = [
  [
    "chat",
    "answers without a cookie",
    ({ path, stranger }) => (path === "/api/chat" && stranger === "no-cookie" ? words("Hi") : undefined),
  ],
  [
    "chat",
    "takes any cookie",
    ({ path, stranger }) => (path === "/api/chat" && stranger === "forged-cookie" ? words("Hi") : undefined),
  ],
  [
    "chat",
    "answers nobody",
    ({ path }) => (path === "/api/chat" ? new Response("Unauthorized", { status: 401 }) : undefined),
  ],
  ["chat", "streams no words", ({ path, user }) => (path === "/api/chat" && user ? words() : undefined)],
  ["list", "lists everybody’s threads", (seen) => (isList(seen) ? all(app) : undefined)],
  [
    "list",
    "lists for a stranger",
    ({ path, stranger }) => (path === "/api/threads" && stranger === "no-cookie" ? json(200, []) : undefined),
  ],
  [
    "list",
    "makes no threads",
    ({ method, path }) => (method === "POST" && path === "/api/threads" ? json(500, {}) : undefined),
  ],
  ["second-user", "lists everybody’s threads", (seen) => (isList(seen) ? all(app) : undefined)],
  [
    "second-user",
    "gives one user the other’s list",
    ({ path, method }) => (method === "GET" && path === "/api/threads" ? json(200, []) : undefined),
  ],
  ["cookie", "has no handlers", ({ path }) => (path === "/api/auth/ok" ? json(404, {}) : undefined)],
  [
    "ownership",
    "lets anybody write a message",
    ({ method, path, user, body }) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (method !== "POST" || !path.endsWith("/messages") || !thread || !user) return undefined;
      thread.messages.push({ id: String(body.id), by: user, text: "" });
      return json(201, {});
    },
  ],
  [
    "ownership",
    "lets a message overwrite another one with its id",
    ({ method, path, user, body }) => {
      if (method !== "POST" || !path.endsWith("/messages") || user !== "bob-id") return undefined;
      if (app.threads.get(path.split("/")[3] ?? "")?.owner !== user) return undefined;
      for (const { messages } of app.threads.values()) {
        for (const message of messages) if (message.id === body.id) message.by = user;
      }
      return json(201, {});
    },
  ],
  [
    "ownership",
    "shows anybody a thread",
    ({ method, path }) => (method === "GET" && /threads\/[^/]+$/.test(path) ? json(200, {}) : undefined),
  ],
  [
    "mass-assignment",
    "spreads the body of a PATCH",
    ({ method, path, body }) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (method !== "PATCH" || !thread || !body.userId) return undefined;
      thread.owner = String(body.userId);
      return json(200, thread);
    },
  ],
  [
    "mass-assignment",
    "lets a PATCH change the id",
    ({ method, path, body }) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (method !== "PATCH" || !thread || !body.id) return undefined;
      app.threads.delete(thread.id);
      app.threads.set(String(body.id), { ...thread, id: String(body.id) });
      return json(200, thread);
    },
  ],
  [
    "mass-assignment",
    "takes the owner from the body of a new thread",
    ({ method, body }) => {
      if (method !== "POST" || !body.userId) return undefined;
      app.threads.set("new", { id: "new", owner: String(body.userId), title: null, messages: [] });
      return json(201, { id: "new" });
    },
  ],
  [
    "origin",
    "does not look at the origin",
    ({ method, simulation }) =>
      method === "POST" && simulation === "foreign-origin" ? json(201, { id: "new" }) : undefined,
  ],
  [
    "sign-out",
    "keeps the session",
    ({ path }) => (path === "/api/auth/sign-out" ? json(200, {}) : undefined),
  ],
  [
    "sign-out",
    "keeps it in a cookie cache",
    ({ path }) => (path === "/api/auth/get-session" ? json(200, { user: { id: "alice-id" } }) : undefined),
  ],
];

test.each(faults)("%s does not hold for an app that %s", async (row, _, instead) => {
  app.instead = instead;
  const found = await run(row);
  expect(holds(found)).toBe(false);
  expect(found.steps.some(({ verdict }) => verdict?.isRight === false)).toBe(true);
});

test("a row does not hold where an attack could not be made, and says why", async () => {
  app.instead = ({ path }) => (path === "/api/chat" ? json(404, {}) : undefined);
  const found = await run("chat");
  expect(holds(found)).toBe(false);
  expect(found.steps.at(-1)?.verdict?.text).toContain("your app has no POST /api/chat (404)");
});

test("sign-out does not hold where the old cookie was gone before it was tried", async () => {
  const send = app.fetch.bind(app);
  app.fetch = (url, init) => send(url, { ...init, headers: {} });
  const found = await run("sign-out");
  expect(holds(found)).toBe(false);
  const texts = found.steps.map(({ verdict }) => verdict?.text);
  expect(texts).toContain("The old cookie did not come along, so this shows nothing.");
});

test("without a cookie and with a forged one asks the browser to which nobody signs in, and leaves it empty", async () => {
  const found = await run("chat");
  const strangers = found.steps.map(({ answer }) => answer.request.as).filter((as) => typeof as === "string");
  expect(strangers).toEqual(["no-cookie", "forged-cookie"]);
  const [without, forged] = app.seen.filter(({ stranger }) => stranger);
  expect(without).toMatchObject({ stranger: "no-cookie", simulation: null });
  expect(forged).toMatchObject({ stranger: "forged-cookie", simulation: null });
  expect(found.steps.map(({ answer }) => answer.hadCookie)).toEqual([true, false, true]);
  expect(app.jars.has("e")).toBe(false);
});

test("the forged cookie has the name of the session's, and is gone when it was tried", async () => {
  const name = "__Secure-better-auth.session_token";
  app.cookie.name = name;
  const setCookie = vi.spyOn(app, "setCookie");
  await run("chat");
  const path = "/demo/e";
  const gone = { name, path, value: undefined };
  const forged = { name, path, value: expect.stringMatching(/^\w{32}\.\S{40,}$/) };
  expect(setCookie.mock.calls.map(([cookie]) => cookie)).toEqual([gone, gone, forged, gone]);
});

test.each([
  ["is not HttpOnly", { httpOnly: false }],
  ["has no SameSite", { sameSite: null }],
  ["goes to other sites", { sameSite: "None" }],
])("cookie does not hold for one that %s", async (_, attributes) => {
  Object.assign(app.cookie, attributes);
  expect(holds(await run("cookie"))).toBe(false);
});

test("cookie does not hold for one that a script can overwrite, whatever the answer said of it", async () => {
  let isOverwritten = false;
  app.setCookie = () => {
    isOverwritten = true;
  };
  app.instead = ({ path }) => (isOverwritten && path.endsWith("/get-session") ? json(200, null) : undefined);
  const found = await run("cookie");
  expect(found.steps.filter(({ verdict }) => !verdict?.isRight)).toHaveLength(1);
});

test("the rows make every attack of the verifier, each in one of them", () => {
  const made = rows.flatMap(({ attacks }) => attacks);
  for (const attack of attacks)
    expect(
      made.filter((other) => other === attack),
      attack.name,
    ).toHaveLength(1);
});

test.each([
  ["chat-without-gate", ["chat", "sign-out"]],
  ["list-without-where", ["list", "second-user"]],
  ["message-without-ownership", ["ownership"]],
  ["patch-spreads-body", ["mass-assignment"]],
  ["cookie-existence-is-no-session", ["chat", "sign-out"]],
  ["no-reload-on-auth", []],
])("with %s on, these must fail: %j", (mistake, names) => {
  expect(rows.filter((row) => isExpectedToFail(row, [mistake])).map(({ name }) => name)).toEqual(names);
});

test("every mistake on the server makes a row fail, and none of those in the browser does", () => {
  for (const { name, side } of mistakes) {
    expect(
      rows.some((row) => isExpectedToFail(row, [name])),
      name,
    ).toBe(side === "server");
  }
});
