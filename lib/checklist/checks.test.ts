import { beforeEach, expect, test } from "vitest";
import { mistakes, checks as ofVerifier } from "~/lib/mistakes/mistakes";
import { checks } from "./checks";
import { Client } from "./client";
import { mustFail } from "./failing";
import { Fault, Findings } from "./findings";
import { FixtureApp, json, type Seen, words } from "./fixture-app";

const account = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, password: "secret" });

let app: FixtureApp;
beforeEach(() => {
  app = new FixtureApp();
});

async function make(name: string) {
  const check = checks.find((check) => check.name === name);
  if (!check) throw new Error(`There is no check ${name}.`);
  const client = new Client(app);
  const found = new Findings();
  await client.signIn(account("Alice"), account("Bob"));
  client.onAnswer = (answer) => found.asked(answer);
  await check.run(client, found).catch((error) => {
    if (!(error instanceof Fault)) throw error;
  });
  return found;
}

test.each(checks.map(({ name }) => name))(
  "%s holds for an app without a fault, and judges every request",
  async (name) => {
    const found = await make(name);
    expect(found.steps.filter(({ verdict }) => !verdict?.isRight)).toEqual([]);
    expect(found.steps.length).toBeGreaterThan(2);
    expect(found.holds).toBe(true);
  },
);

const all = (app: FixtureApp) => json(200, [...app.threads.values()]);
const isList = ({ method, path, user }: Seen) => method === "GET" && path === "/api/threads" && user;

/** What is wrong with the app, and the check that must find it. */
const faults: [check: string, fault: string, instead: (seen: Seen) => Response | undefined][] = [
  [
    "chat",
    "answers without a cookie",
    ({ path, pretence }) => (path === "/api/chat" && pretence === "no-cookie" ? words("Hi") : undefined),
  ],
  [
    "chat",
    "takes any cookie",
    ({ path, pretence }) => (path === "/api/chat" && pretence === "forged-cookie" ? words("Hi") : undefined),
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
    ({ path, pretence }) => (path === "/api/threads" && pretence === "no-cookie" ? json(200, []) : undefined),
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
      thread.messages.push({ id: String(body.id), by: user });
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
    ({ method, pretence }) =>
      method === "POST" && pretence === "foreign-origin" ? json(201, { id: "new" }) : undefined,
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

test.each(faults)("%s does not hold for an app that %s", async (check, _, instead) => {
  app.instead = instead;
  const found = await make(check);
  expect(found.holds).toBe(false);
  expect(found.steps.some(({ verdict }) => verdict?.isRight === false)).toBe(true);
});

test("sign-out does not hold where the old cookie was gone before it was tried", async () => {
  const send = app.fetch.bind(app);
  app.fetch = (url, init) => send(url, { ...init, headers: {} });
  expect((await make("sign-out")).holds).toBe(false);
});

test.each([
  ["is not HttpOnly", { httpOnly: false }],
  ["has no SameSite", { sameSite: null }],
  ["goes to other sites", { sameSite: "None" }],
])("cookie does not hold for one that %s", async (_, attributes) => {
  Object.assign(app.cookie, attributes);
  expect((await make("cookie")).holds).toBe(false);
});

test("cookie does not hold for one that a script can overwrite, whatever the answer said of it", async () => {
  let isOverwritten = false;
  app.overwrite = () => {
    isOverwritten = true;
  };
  app.instead = ({ path }) => (isOverwritten && path.endsWith("/get-session") ? json(200, null) : undefined);
  const found = await make("cookie");
  expect(found.steps.filter(({ verdict }) => !verdict?.isRight)).toHaveLength(1);
});

test("the eight cover every check of the verifier", () => {
  const covered = new Set(checks.flatMap(({ covers }) => covers));
  expect([...covered].sort()).toEqual([...ofVerifier].sort());
});

test.each([
  ["chat-without-gate", ["chat", "sign-out"]],
  ["list-without-where", ["list", "second-user"]],
  ["message-without-ownership", ["ownership"]],
  ["patch-spreads-body", ["mass-assignment"]],
  ["cookie-existence-is-no-session", ["chat", "sign-out"]],
  ["no-reload-on-auth", []],
])("with %s on, these must fail: %j", (mistake, names) => {
  expect(checks.filter((check) => mustFail(check, [mistake])).map(({ name }) => name)).toEqual(names);
});

test("every mistake on the server makes a check fail, and none of those in the browser does", () => {
  for (const { name, side } of mistakes) {
    expect(
      checks.some((check) => mustFail(check, [name])),
      name,
    ).toBe(side === "server");
  }
});
