import { type FixtureApp, json, type Seen, words } from "./fixture-app";

const all = (app: FixtureApp) => json(200, [...app.threads.values()]);
const isList = ({ method, path, user }: Seen) => method === "GET" && path === "/api/threads" && user;

/** What is wrong with the app, and the check that must find it. */
export const faults: [
  check: string,
  fault: string,
  instead: (seen: Seen, app: FixtureApp) => Response | undefined,
][] = [
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
  ["list", "lists everybody’s threads", (seen, app) => (isList(seen) ? all(app) : undefined)],
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
  ["second-user", "lists everybody’s threads", (seen, app) => (isList(seen) ? all(app) : undefined)],
  [
    "second-user",
    "gives one user the other’s list",
    ({ path, method }) => (method === "GET" && path === "/api/threads" ? json(200, []) : undefined),
  ],
  ["cookie", "has no handlers", ({ path }) => (path === "/api/auth/ok" ? json(404, {}) : undefined)],
  [
    "ownership",
    "lets anybody write a message",
    ({ method, path, user, body }, app) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (method !== "POST" || !path.endsWith("/messages") || !thread || !user) return undefined;
      thread.messages.push({ id: String(body.id), by: user });
      return json(201, {});
    },
  ],
  [
    "ownership",
    "has a model that finds everybody’s threads",
    ({ path, user }, { threads }) =>
      path === "/api/chat" && user ? words(JSON.stringify([...threads.values()])) : undefined,
  ],
  [
    "ownership",
    "lets a message overwrite another one with its id",
    ({ method, path, user, body }, app) => {
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
    ({ method, path, body }, app) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (method !== "PATCH" || !thread || !body.userId) return undefined;
      thread.owner = String(body.userId);
      return json(200, thread);
    },
  ],
  [
    "mass-assignment",
    "lets a PATCH change the id",
    ({ method, path, body }, app) => {
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
    ({ method, body }, app) => {
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
    "ownership",
    "believes what a header says of the user",
    ({ path, headers }, app) => (path === "/api/threads" && headers.has("x-user-id") ? all(app) : undefined),
  ],
  [
    "input",
    "has a fault for a body that is no JSON",
    ({ method, path, text }) =>
      method === "PATCH" && path.startsWith("/api/threads/") && text === "{" ? json(500, {}) : undefined,
  ],
  [
    "input",
    "stores a message of the app's own instructions",
    ({ method, path, body, user }, app) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      const isSystem = JSON.stringify(body).includes('"role":"system"');
      if (method !== "POST" || !path.endsWith("/messages") || !thread || !user || !isSystem) return undefined;
      thread.messages.push({ id: String(body.id), by: user, content: body.content });
      return json(201, {});
    },
  ],
  [
    "words",
    "gives messages in another order",
    ({ method, path }, app) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      const isRead = method === "GET" && path.endsWith("/messages") && thread;
      return isRead ? json(200, thread.messages.toReversed()) : undefined;
    },
  ],
  [
    "words",
    "makes two threads of one request that is sent twice",
    ({ method, path, body, user }, app) => {
      if (method !== "POST" || path !== "/api/threads" || !user || typeof body.localId !== "string")
        return undefined;
      const id = crypto.randomUUID();
      app.threads.set(id, { id, owner: user, title: null, messages: [] });
      return json(201, { id });
    },
  ],
  [
    "words",
    "puts its own title over a given name",
    ({ path }, app) => {
      const thread = app.threads.get(path.split("/")[3] ?? "");
      if (!path.endsWith("/title") || !thread) return undefined;
      thread.title = "Its own";
      return new Response("Its own", { headers: { "content-type": "text/plain" } });
    },
  ],
  [
    "words",
    "keeps no question before its answer",
    ({ path, body }, app) => {
      if (path !== "/api/chat" || typeof body.id !== "string") return undefined;
      const thread = app.threads.get(body.id);
      const { body: answer, headers } = words("Hello");
      const keep = new TransformStream<Uint8Array, Uint8Array>({
        flush: () => void thread?.messages.push({ id: crypto.randomUUID(), by: thread.owner, content: body }),
      });
      return new Response(answer?.pipeThrough(keep), { headers });
    },
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
