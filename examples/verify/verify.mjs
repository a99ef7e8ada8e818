#!/usr/bin/env node
// Checks from outside, as two users would, whether a chat app keeps them apart:
//
//     node verify.mjs http://localhost:3000
//     curl -fsS https://…/verify.mjs | node - http://localhost:3000
//
// One file without dependencies, for Node 20 and newer. A script from a pipe may be read as CommonJS, so this one has
// neither an `import` nor an `await` at the top.

// The site that serves this file writes its own address here, so that a failure can link to the page that explains it.
const guide = "";

const usage = `Usage: node verify.mjs [options] <address of your app>

Makes two accounts and a few threads in your app, tries what nobody may do, and deletes the threads again.

Options
  --cookie-a <cookies>  the Cookie header of somebody signed in, for an app without e-mail sign-up
  --cookie-b <cookies>  the same of somebody else
  --threads <path>      where the threads are (/api/threads)
  --chat <path>         where the chat is (/api/chat)
  --auth <path>         where better-auth is (/api/auth)
  --no-chat             have the model answer nothing
  --json                print one JSON object instead of TAP
  --help                print this

The results go to standard output as TAP version 14, a summary to standard error.
Exit code: 0 all hold, 1 some do not, 2 it could not run. A check whose route your app does not have is skipped:
it neither holds nor fails.`;

const foreignOrigin = "https://evil.example";
const patience = { request: 15_000, chat: 60_000, rateLimit: 60_000 };

/** The run cannot go on. The message says what to do. */
class Stop extends Error {}

/** This check cannot be made in this app. */
class Skip extends Error {}

/** The check fails here, and the rest of it has no ground to stand on. */
class Fault extends Error {}

// #region checks
const checks = [
  { name: "handler", promise: "better-auth's handlers answer", page: "mount-the-handlers", run: handler },
  { name: "cookie", promise: "the session cookie is out of reach", page: "mount-the-handlers", run: cookie },
  { name: "gate-chat", promise: "the chat asks for a session", page: "gate-the-chat-route", run: gateChat },
  {
    name: "gate-threads",
    promise: "the threads ask for a session",
    page: "scope-threads-by-user",
    run: gateThreads,
  },
  { name: "chat", promise: "a signed-in user gets an answer", page: "gate-the-chat-route", run: chat },
  {
    name: "isolation",
    promise: "a list holds its user's own threads",
    page: "scope-threads-by-user",
    run: isolation,
  },
  {
    name: "ownership",
    promise: "another user's thread is out of reach",
    page: "persist-threads-and-messages",
    run: ownership,
  },
  {
    name: "mass-assignment",
    promise: "no field gives a thread another owner or id",
    page: "scope-threads-by-user",
    run: massAssignment,
  },
  {
    name: "message-overwrite",
    promise: "another user's message cannot be overwritten by its id",
    page: "persist-threads-and-messages",
    run: messageOverwrite,
  },
  {
    name: "origin",
    promise: "another site cannot write with a user's cookie",
    page: "persist-threads-and-messages",
    run: origin,
  },
  {
    name: "sign-out",
    promise: "a cookie is worth nothing after sign-out",
    page: "run-and-verify",
    run: signOut,
  },
];
// #endregion checks

// #region handler
async function handler({ app }, found) {
  const answer = await app.send("GET", `${app.auth}/ok`).catch((error) => {
    throw new Stop(`Nothing answers at ${app.base}. ${error.message} Start your app, or give its address.`);
  });
  if (answer.status !== 200 || answer.json?.ok !== true) {
    throw new Fault(`${answer}, not 200 with {"ok":true}.`);
  }
  found.saw(answer);
}
// #endregion handler

// #region cookie
async function cookie({ app, a, b }, found) {
  const all = [...a.setCookies, ...b.setCookies];
  if (all.length === 0)
    throw new Skip("--cookie-a and --cookie-b were given, so no cookie was seen being set");

  const ofSession = all.filter(({ name }) => /session/i.test(name));
  for (const { name, attributes, shown } of ofSession.length > 0 ? ofSession : all) {
    found.saw(`Set-Cookie: ${[`${name}=…`, ...shown].join("; ")}`);
    if (!attributes.has("httponly"))
      found.fault(`${name} is not HttpOnly: any script on the page can read it.`);
    const sameSite = attributes.get("samesite")?.toLowerCase();
    if (sameSite !== "lax" && sameSite !== "strict") {
      found.fault(
        `${name} has SameSite=${sameSite ?? "(none given)"}: other sites' requests carry it. Lax will do.`,
      );
    }
    if (app.url.protocol === "https:" && !attributes.has("secure")) {
      found.fault(`${name} is not Secure, on https: set better-auth's base URL to ${app.url.origin}.`);
    }
  }
}
// #endregion cookie

// #region gate-chat
async function gateChat({ app, a }, found) {
  for (const stranger of strangers(a)) {
    const answer = await app.chat([question()], stranger);
    if (isAbsent(answer))
      throw new Skip(`your app has no POST ${app.chatPath} (${answer.status}); see --chat`);
    found.expect(answer, [401]);
  }
}
// #endregion gate-chat

// #region gate-threads
async function gateThreads(run, found) {
  const { app, a } = run;
  const own = await app.send("GET", app.threads, { as: a });
  if (isAbsent(own)) throw new Skip(`your app has no GET ${app.threads} (${own.status}); see --threads`);

  const thread = await newThread(run, a).catch(orElse());
  const actions = thread ? await provenActions(run) : [];
  for (const stranger of strangers(a)) {
    found.expect(await app.send("GET", app.threads, stranger), [401]);
    if (!thread) continue;
    const made = await app.send("POST", app.threads, { ...stranger, body: run.threadBody() });
    run.remember(made, a);
    found.expect(made, [401]);
    for (const action of actions) found.expect(await act(run, action, thread, stranger), [401]);
  }
}
// #endregion gate-threads

// #region chat
async function chat(run, found) {
  const { app, a, options } = run;
  if (options["no-chat"]) throw new Skip("--no-chat");

  // Apps differ in whether a chat names its thread. A question with an id is what the AI SDK sends.
  const thread = await newThread(run, a).catch(orElse());
  let answer = await app.chat([question()], { as: a, id: thread });
  if (thread && [400, 404, 422].includes(answer.status)) answer = await app.chat([question()], { as: a });

  if (isAbsent(answer)) throw new Skip(`your app has no POST ${app.chatPath} (${answer.status}); see --chat`);
  if (answer.status === 400 || answer.status === 422) {
    throw new Skip(`${answer}; it takes another body than the AI SDK's { messages }`);
  }
  if (answer.status !== 200) throw new Fault(`${answer}, not 200.`);
  if (/json|html/.test(answer.type)) throw new Fault(`${answer}, not a stream (${answer.type}).`);

  const words = await firstWords(answer);
  if (words.error) throw new Fault(`${answer}, and the stream says: ${words.error}`);
  if (!words.seen) throw new Fault(`${answer}, but the stream ended without a word.`);
  found.saw(answer);
}

/** Reads an answer until it has begun, and then leaves, so that the model stops too. */
async function firstWords({ body, headers, what }) {
  // The AI SDK's stream opens with parts that hold no words yet. Of any other stream, the first character will do.
  const words = headers.has("x-vercel-ai-ui-message-stream") ? /"type":"(text|reasoning)-delta"/ : /\S/;
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const [, error] = /"type":"error","errorText":"((?:[^"\\]|\\.)*)"/.exec(text) ?? [];
      if (error !== undefined) return { error };
      if (words.test(text)) return { seen: true };
    }
  } catch (error) {
    explain(error, what);
  }
  return { seen: false };
}
// #endregion chat

// #region isolation
async function isolation(run, found) {
  const { app, a, b } = run;
  const threads = new Map([
    [a, await newThread(run, a)],
    [b, await newThread(run, b)],
  ]);
  for (const [user, other] of [
    [a, b],
    [b, a],
  ]) {
    const { answer, rows } = await listThreads(app, user);
    if (!rows) throw new Skip(`${answer}, with no list of threads that this script can read`);
    const ids = rows.map(idOf);
    if (!ids.includes(threads.get(user)))
      throw new Fault(`${answer}, without the thread that this user just made.`);
    if (ids.includes(threads.get(other))) found.fault(`${answer}, with a thread of the other user.`);
    else found.saw(`${answer}, with this user's new thread and without the other's`);
  }
}
// #endregion isolation

// #region ownership
async function ownership(run, found) {
  const { a, b } = run;
  const actions = await provenActions(run);
  const reasons = [...run.unproven.values()].join("; ");
  if (actions.length === 0) throw new Skip(`nothing works for a thread's owner either: ${reasons}`);
  if (reasons) found.note(`Not tried, because it does not work for the owner either: ${reasons}.`);

  const thread = await newThread(run, a);
  if (run.messageBody) await writeMessage(run, thread, { as: a });
  const before = await view(run, thread);
  // Deleting comes last: until then the thread is there to be taken.
  for (const action of actions) found.expect(await act(run, action, thread, { as: b }), [403, 404]);
  const after = await view(run, thread);
  if (after !== before) found.fault("The thread is no longer as it was when its owner looked before.");
}

/** All that the owner sees of a thread, to be compared. */
async function view({ app, a }, thread) {
  const { rows } = await listThreads(app, a);
  const one = await app.send("GET", app.thread(thread), { as: a });
  const messages = await app.send("GET", `${app.thread(thread)}/messages`, { as: a });
  const entry = rows?.find((row) => idOf(row) === thread) ?? null;
  return JSON.stringify([entry, one.status, one.json ?? null, messages.status, messages.json ?? null]);
}
// #endregion ownership

// #region mass-assignment
const ownerFields = ["userId", "user_id", "ownerId", "owner_id", "owner", "user", "authorId"];

async function massAssignment(run, found) {
  const { app, a, b } = run;
  const actions = await provenActions(run);
  const rename = actions.find(({ name }) => name === "rename");
  if (!rename) found.note(`Not tried on an existing thread: ${run.unproven.get("rename")}.`);

  for (const field of ownerFields) {
    const made = await app.send("POST", app.threads, { as: a, body: { ...run.threadBody(), [field]: b.id } });
    const id = run.remember(made, a);
    if (id && !(await sees(run, id))) {
      found.fault(`${made}: with ${field} in the body, the new thread is not its maker's.`);
    } else found.saw(`${made}, with ${field} in the body${id ? "; the thread is its maker's" : ""}`);
  }
  if (!rename) return;

  let thread = await newThread(run, a);
  for (const field of [...ownerFields, "id"]) {
    const value = field === "id" ? crypto.randomUUID() : b.id;
    const answer = await app.send(rename.method, app.thread(thread), {
      as: a,
      body: { title: "Moved by verify.mjs", [field]: value },
    });
    if (await sees(run, thread)) {
      found.saw(`${answer}, with ${field} in the body; the thread is where it was`);
      continue;
    }
    if (field === "id") run.made.set(value, a);
    found.fault(`${answer}: ${field} in the body took the thread from where its owner had it.`);
    thread = await newThread(run, a);
  }
}
// #endregion mass-assignment

// #region message-overwrite
async function messageOverwrite(run, found) {
  const { app, a, b } = run;
  await provenActions(run);
  if (!run.messageBody) throw new Skip(`no message can be written: ${run.unproven.get("write message")}`);

  const [theirs, own] = [await newThread(run, a), await newThread(run, b)];
  const [id, original, replaced] = [crypto.randomUUID(), marker("original"), marker("replaced")];
  await writeMessage(run, theirs, { as: a, id, text: original });
  const read = () => app.send("GET", `${app.thread(theirs)}/messages`, { as: a });
  const before = await read();
  if (before.status !== 200 || !before.text.includes(original)) {
    throw new Skip(`${before}, without the message that was just written, so there is nothing to compare`);
  }

  for (const method of ["POST", "PUT"]) {
    const answer = await writeMessage(run, own, { as: b, id, text: replaced, method });
    if (method === "PUT" && isAbsent(answer)) continue;
    const after = await read();
    if (after.text === before.text)
      found.saw(`${answer}, with the other user's message id; that message is as it was`);
    else found.fault(`${answer}, with the other user's message id, changed that message.`);
  }
}
// #endregion message-overwrite

// #region origin
async function origin(run, found) {
  const { app, a, options } = run;
  const actions = await provenActions(run);
  const thread = await newThread(run, a);
  const from = { as: a, origin: foreignOrigin };

  const made = await app.send("POST", app.threads, { ...from, body: run.threadBody() });
  run.remember(made, a);
  found.expectRefusal(made);
  for (const action of actions) {
    if (action.method !== "GET") found.expectRefusal(await act(run, action, thread, from));
  }
  if (options["no-chat"]) return;
  const asked = await app.chat([question()], from);
  if (!isAbsent(asked)) found.expectRefusal(asked);
}
// #endregion origin

// #region sign-out
async function signOut({ app, a }, found) {
  if (!a.password) throw new Skip("it would end your own session; sign-out is tried with accounts made here");

  const again = await authenticate(app, a, "sign-in");
  const session = await app.send("GET", `${app.auth}/get-session`, { as: again });
  const list = await app.send("GET", app.threads, { as: again });
  if (!session.json?.user) throw new Fault(`${session}, without a session, right after sign-in.`);

  const left = await app.send("POST", `${app.auth}/sign-out`, { as: again, body: {} });
  if (left.status !== 200) throw new Fault(`${left}, not 200.`);

  // The browser has dropped the cookie by now. Whoever has copied it still sends it.
  const old = { cookie: again.cookie, who: "with the cookie from before" };
  const after = await app.send("GET", `${app.auth}/get-session`, old);
  if (after.json?.user)
    found.fault(`${after}, and the session is still good: a cookie cache keeps it alive.`);
  else found.saw(`${after}, without a session`);
  if (list.status === 200) found.expect(await app.send("GET", app.threads, old), [401]);
  const asked = await app.chat([question()], old);
  if (!isAbsent(asked)) found.expect(asked, [401]);
}
// #endregion sign-out

// #region threads
/** The bodies with which apps make a thread, the likeliest first. */
const threadBodies = [
  () => ({ localId: crypto.randomUUID() }),
  () => ({ id: crypto.randomUUID() }),
  () => ({ threadId: crypto.randomUUID() }),
  () => ({ title: "Made by verify.mjs" }),
  () => ({}),
];

/** For a check that can do without a thread. That there is none is for others to say. */
const orElse = (fallback) => (error) => {
  if (error instanceof Skip || error instanceof Fault) return fallback;
  throw error;
};

/** Makes a thread and gives its id. The first call finds out which body the app takes. */
async function newThread(run, user) {
  const { app } = run;
  let answer;
  for (const body of run.threadBody ? [run.threadBody] : threadBodies) {
    answer = await app.send("POST", app.threads, { as: user, body: body() });
    if (isAbsent(answer))
      throw new Skip(`your app has no POST ${app.threads} (${answer.status}); see --threads`);
    const id = run.remember(answer, user);
    if (id) {
      run.threadBody = body;
      run.hasThreadRoute ??= (await app.send("GET", app.thread(id), { as: user })).status === 200;
      return id;
    }
    if (answer.status !== 400 && answer.status !== 422) break;
  }
  if (answer.status === 400 || answer.status === 422) {
    throw new Skip(`${answer}, whatever body was tried, so there is no thread to check with`);
  }
  throw new Fault(`${answer}, and no id of a new thread.`);
}

async function listThreads(app, user) {
  const answer = await app.send("GET", app.threads, { as: user });
  if (isAbsent(answer))
    throw new Skip(`your app has no GET ${app.threads} (${answer.status}); see --threads`);
  if (answer.status !== 200) throw new Fault(`${answer}, not 200.`);
  return { answer, rows: rowsOf(answer.json) };
}

/** Whether the first user still has this thread. Asks the thread's own route if there is one, else the list. */
async function sees({ app, a, hasThreadRoute }, thread) {
  if (hasThreadRoute) return (await app.send("GET", app.thread(thread), { as: a })).status === 200;
  const { answer, rows } = await listThreads(app, a);
  if (!rows) throw new Skip(`${answer}, with no list of threads that this script can read`);
  return rows.some((row) => idOf(row) === thread);
}

const wrappers = ["threads", "data", "items", "results", "rows"];

/** A list, or the list within `{ threads: […] }` and the like. */
function rowsOf(json) {
  if (Array.isArray(json)) return json;
  const inner = wrappers
    .map((key) => json?.[key])
    .find((value) => typeof value === "object" && value !== null);
  return inner && rowsOf(inner);
}

function idOf(json) {
  const id = json?.id ?? json?.remoteId ?? json?.threadId ?? json?._id;
  if (typeof id === "string" || typeof id === "number") return String(id);
  const inner = json?.thread ?? json?.data;
  return inner && idOf(inner);
}
// #endregion threads

// #region actions
/** What a user may do with a thread of their own, and nobody else. */
const threadActions = [
  { name: "read", method: "GET", suffix: "" },
  { name: "read messages", method: "GET", suffix: "/messages" },
  { name: "rename", method: "PATCH", suffix: "", body: () => ({ title: marker("renamed") }) },
  { name: "write message", method: "POST", suffix: "/messages" },
  { name: "delete", method: "DELETE", suffix: "" },
];

function act(run, action, thread, how) {
  if (action.name === "write message") return writeMessage(run, thread, how);
  const path = run.app.thread(thread) + action.suffix;
  return run.app.send(action.method, path, { ...how, body: action.body?.() });
}

/**
 * The actions that work for an owner. Of one that does not, a refusal would prove nothing: the route may be missing.
 * Why the others do not is in `run.unproven`.
 */
async function provenActions(run) {
  if (run.proven) return run.proven;
  const thread = await newThread(run, run.a);
  const proven = [];
  for (const action of threadActions) {
    const answer = await act(run, action, thread, { as: run.a });
    if (isSuccess(answer)) proven.push(action);
    else run.unproven.set(action.name, `${answer}`);
  }
  run.proven = proven;
  return proven;
}

const part = (text) => ({ type: "text", text });

/** The bodies with which apps store a message, assistant-ui's own row first. */
const messageBodies = [
  (id, text) => ({
    id,
    parent_id: null,
    format: "ai-sdk/v6",
    content: { role: "user", parts: [part(text)] },
  }),
  (id, text) => ({ parentId: null, message: { id, role: "user", parts: [part(text)] } }),
  (id, text) => ({ parentId: null, message: { id, role: "user", content: [part(text)] } }),
  (id, text) => ({ id, role: "user", parts: [part(text)] }),
  (id, text) => ({ id, role: "user", content: text }),
];

/** The first call that succeeds settles which body the app takes. */
async function writeMessage(run, thread, { id = crypto.randomUUID(), text, method = "POST", ...how }) {
  const path = `${run.app.thread(thread)}/messages`;
  let answer;
  for (const body of run.messageBody ? [run.messageBody] : messageBodies) {
    answer = await run.app.send(method, path, { ...how, body: body(id, text ?? marker("message")) });
    if (isSuccess(answer)) run.messageBody = body;
    if (answer.status !== 400 && answer.status !== 422) break;
  }
  return answer;
}

const marker = (what) => `verify.mjs ${what} ${crypto.randomUUID()}`;

const question = () => ({
  id: crypto.randomUUID(),
  role: "user",
  parts: [part("Answer with the word ok.")],
});
// #endregion actions

// #region people
/** Whoever has no session: without a cookie, and with one of the right name that nobody issued. */
const strangers = (user) => [
  { who: "without a cookie" },
  { who: "with a forged cookie", cookie: forge(user.cookie) },
];

/** In the shape of better-auth's: a token, a point, a signature. */
function forge(cookie) {
  const signature = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  const value = `${crypto.randomUUID().replaceAll("-", "")}.${encodeURIComponent(signature)}`;
  return cookie
    .split(/;\s*/)
    .map((pair) => `${splitAt(pair, "=")[0]}=${value}`)
    .join("; ");
}

/** Finds two users for the run: new ones, or those whose cookies were given. */
async function findUsers(run) {
  const { app, options } = run;
  for (const name of ["a", "b"]) {
    const cookie = options[`cookie-${name}`];
    const label = `user ${name.toUpperCase()}`;
    if (cookie) keepSecretsOf(cookie);
    run[name] = cookie
      ? { label, cookie, setCookies: [] }
      : await authenticate(app, newAccount(label), "sign-up");
    run[name].id = await whoIs(app, run[name]);
  }
  if (run.a.id === run.b.id) {
    throw new Stop("--cookie-a and --cookie-b are the same user's. Give two users'.");
  }
}

const newAccount = (label) => ({
  label,
  email: `verify-${crypto.randomUUID()}@example.com`,
  password: crypto.randomUUID(),
});

/** Signs an account up or in, and gives the user with the cookies that this set. */
async function authenticate(app, account, how) {
  keepSecret(account.password);
  const { label, email, password } = account;
  const body = { email, password, ...(how === "sign-up" && { name: label }) };
  const answer = await app.send("POST", `${app.auth}/${how}/email`, { body, who: `for ${label}` });
  if (answer.status !== 200) {
    const reason = answer.json?.message ? ` It says: ${answer.json.message}` : "";
    const remedy = "Allow sign-up by e-mail, or sign two users in and give --cookie-a and --cookie-b.";
    throw how === "sign-up" ? new Stop(`${answer}.${reason} ${remedy}`) : new Fault(`${answer}.${reason}`);
  }
  const setCookies = answer.headers.getSetCookie().map(parseSetCookie);
  if (setCookies.length === 0) {
    throw new Stop(
      `${answer}, but no session: it may want the address verified first. Sign two users in and give --cookie-a and --cookie-b.`,
    );
  }
  const cookie = setCookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  keepSecretsOf(cookie);
  return { ...account, setCookies, cookie };
}

function parseSetCookie(text) {
  const [pair, ...shown] = text.split(/;\s*/);
  const [name, value] = splitAt(pair, "=");
  const attributes = new Map(
    shown.map((attribute) => {
      const [key, content] = splitAt(attribute, "=");
      return [key.toLowerCase(), content];
    }),
  );
  return { name, value, attributes, shown };
}

function splitAt(text, separator) {
  const [first] = text.split(separator, 1);
  return [first, text.slice(first.length + separator.length)];
}

async function whoIs(app, user) {
  const answer = await app.send("GET", `${app.auth}/get-session`, { as: user });
  const id = answer.json?.user?.id;
  if (id === undefined || id === null) {
    const remedy = user.password
      ? "The cookie that sign-up set is not taken for a session."
      : "Copy the Cookie header anew from the browser's dev tools, under Network.";
    throw new Stop(`${answer}, without a session for ${user.label}. ${remedy}`);
  }
  return id;
}
// #endregion people

// #region app
/** An answer, with words for the request that it belongs to: printed, it reads `GET /api/threads as user A: 200`. */
class Answer {
  constructor(response, what, text) {
    this.what = what;
    this.status = response.status;
    this.headers = response.headers;
    this.type = response.headers.get("content-type") ?? "";
    this.body = response.body;
    this.text = text;
    this.json = parseJson(text);
  }

  toString() {
    const place = this.headers.get("location");
    if (place) return `${this.what}: ${this.status}, a redirect to ${place.split("?", 1)[0]}`;
    return `${this.what}: ${this.status}${this.type.startsWith("text/html") ? ", a page of HTML" : ""}`;
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The app under examination. */
class App {
  constructor(address, { threads, chat, auth }) {
    this.url = address;
    this.base = (address.origin + address.pathname).replace(/\/$/, "");
    this.threads = threads;
    this.chatPath = chat;
    this.auth = auth;
  }

  thread = (id) => `${this.threads}/${encodeURIComponent(id)}`;

  /** Sends one request, as a browser on the app's own page does. A redirect is not followed: it is the answer. */
  async send(
    method,
    path,
    { as, who, cookie = as?.cookie, origin = this.url.origin, body, stream = false } = {},
  ) {
    const sender = origin === foreignOrigin ? `${as.label}, from ${origin}` : as?.label;
    const what = [method, shorten(path, this.threads), who ?? (sender && `as ${sender}`)]
      .filter(Boolean)
      .join(" ");
    const headers = {
      ...(cookie && { Cookie: cookie }),
      ...(method !== "GET" && { Origin: origin }),
      ...(body && { "Content-Type": "application/json" }),
    };
    const init = { method, headers, body: body && JSON.stringify(body), redirect: "manual" };
    const response = await this.#fetch(path, init, stream ? patience.chat : patience.request, what);
    const text = stream ? "" : await response.text().catch((error) => explain(error, what));
    return new Answer(response, what, text);
  }

  /** Asks the model. What is refused, or is not read, is left: then the model stops too. */
  async chat(messages, { id, ...how }) {
    const answer = await this.send("POST", this.chatPath, {
      ...how,
      body: { ...(id && { id }), messages, trigger: "submit-message" },
      stream: true,
    });
    if (!how.as || how.origin || answer.status !== 200) await answer.body?.cancel();
    return answer;
  }

  /** Waits once when the app says that there were too many requests. */
  async #fetch(path, init, timeout, what) {
    const once = () => fetch(this.base + path, { ...init, signal: AbortSignal.timeout(timeout) });
    const response = await once().catch((error) => explain(error, what));
    if (response.status !== 429) return response;

    await response.body?.cancel();
    const seconds =
      Number(response.headers.get("retry-after") ?? response.headers.get("x-retry-after")) || 10;
    const wait = Math.min(seconds * 1000, patience.rateLimit);
    say(`${what}: 429. Waiting ${wait / 1000} s for the rate limit.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return once().catch((error) => explain(error, what));
  }
}

/** Ids would only make the lines long. */
function shorten(path, threads) {
  if (!path.startsWith(`${threads}/`)) return path;
  const [, ...rest] = path.slice(threads.length + 1).split("/");
  return [threads, "{id}", ...rest].join("/");
}

function explain(error, what) {
  const timedOut = error.name === "TimeoutError";
  throw new Fault(`${what}: ${timedOut ? "no answer in time" : (error.cause?.code ?? error.message)}.`);
}

const isSuccess = ({ status }) => status >= 200 && status < 300;

/** A route that is not there, or not with this method. */
const isAbsent = ({ status }) => status === 404 || status === 405 || status === 501;
// #endregion app

// #region findings
/** What a check has found. It holds only if something was seen, and nothing was wrong with it. */
class Findings {
  observed = [];
  notes = [];
  faults = [];

  saw = (what) => this.observed.push(`${what}`);
  note = (text) => this.notes.push(text);
  fault = (text) => this.faults.push(text);

  expect(answer, statuses) {
    if (statuses.includes(answer.status)) return this.saw(answer);
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const hint = isRedirect ? " To fetch, a redirect looks like a success: refuse in the route itself." : "";
    this.fault(`${answer}, not ${statuses.join(" or ")}.${hint}`);
  }

  expectRefusal(answer) {
    if (answer.status >= 400 && answer.status < 500) this.saw(answer);
    else this.fault(`${answer}, not 403.`);
  }
}

/** Makes one check, and says what came of it. */
async function make({ name, promise, page, run }, context) {
  const found = new Findings();
  let skipped = "nothing was seen that would show it";
  try {
    await run(context, found);
  } catch (error) {
    if (error instanceof Skip) skipped = error.message;
    else if (error instanceof Fault) found.fault(error.message);
    else throw error;
  }
  const { observed, notes, faults } = found;
  const result = faults.length > 0 ? "fails" : observed.length > 0 ? "holds" : "skipped";
  const path = `/docs/${page}`;
  return {
    name,
    promise,
    result,
    skipped: result === "skipped" ? skipped : null,
    faults,
    notes,
    observed,
    page: guide + path,
  };
}
// #endregion findings

// #region report
const secrets = new Set();

/** Nothing that short is a secret, and masking it would spoil the text. */
const keepSecret = (text) => text.length >= 8 && secrets.add(text);

/** Of better-auth's cookies, both as they are sent and the bare token in them. */
function keepSecretsOf(cookie) {
  for (const pair of cookie.split(/;\s*/)) {
    const [, value] = splitAt(pair, "=");
    keepSecret(value);
    keepSecret(value.split(".", 1)[0]);
  }
}

/** Whatever an app puts into its answers: no cookie and no password is printed. */
function redact(text) {
  let safe = text;
  for (const secret of secrets) safe = safe.replaceAll(secret, "…");
  return safe;
}

const print = (text) => process.stdout.write(`${redact(text)}\n`);
const say = (text) => process.stderr.write(`${redact(text)}\n`);

/** One test point of TAP version 14, with a YAML block that says why it is not ok. */
function printTap({ name, promise, result, skipped, faults, notes, page }, number) {
  const description = escapeTap(`${name}: ${promise}`);
  const directive = result === "skipped" ? ` # SKIP ${escapeTap(skipped)}` : "";
  print(`${result === "fails" ? "not ok" : "ok"} ${number} - ${description}${directive}`);
  if (result === "fails") {
    print(["  ---", "  faults:", ...faults.map((fault) => `    - ${JSON.stringify(fault)}`)].join("\n"));
    print(`  page: ${JSON.stringify(page)}\n  ...`);
  }
  for (const note of notes) print(`# ${oneLine(note)}`);
}

const oneLine = (text) => text.replace(/\s+/g, " ");
const escapeTap = (text) => oneLine(text).replace(/[\\#]/g, "\\$&");

/** The results in words. */
function summarize(results, app) {
  const of = (wanted) => results.filter(({ result }) => result === wanted);
  const [holds, fails, skipped] = [of("holds"), of("fails"), of("skipped")];
  for (const { name, promise, faults, page } of fails) {
    say(`\n✗ ${name} does not hold: ${promise}.`);
    for (const fault of faults) say(`    ${fault}`);
    say(`    Why, and what to do: ${page}`);
  }
  for (const { name, notes } of results)
    for (const note of notes) say(`\n– ${name} was checked in part. ${note}`);
  for (const { name, skipped: reason } of skipped)
    say(`\n– ${name} was not checked, so not passed: ${reason}.`);
  const counts = [`${holds.length} hold`, `${fails.length} fail`, `${skipped.length} not checked`];
  say(`\n${app.base}, ${results.length} checks: ${counts.join(", ")}.`);
}
// #endregion report

// #region clean-up
/** Deletes the threads that were made, and the accounts if the app lets users delete themselves. Gives what is left. */
async function cleanUp({ app, a, b, made, proven }) {
  // Where deleting works, a thread that neither user has was deleted by a check already.
  const deletes = proven?.some(({ name }) => name === "delete");
  let threads = 0;
  for (const [id, owner] of made) {
    // In an app with a fault, it may be the other user's by now.
    const first = await deleteThread(app, id, owner);
    const second = first === "deleted" ? first : await deleteThread(app, id, owner === a ? b : a);
    if (second !== "deleted" && !(deletes && first === "absent" && second === "absent")) threads++;
  }

  const left = threads > 0 ? [`${threads} ${threads === 1 ? "thread" : "threads"}`] : [];
  for (const user of [a, b].filter((user) => user?.password)) {
    const body = { password: user.password };
    const answer = await attempt(app.send("POST", `${app.auth}/delete-user`, { as: user, body }));
    if (answer?.json?.message !== "User deleted") left.push(`the account ${user.email}`);
  }
  return left;
}

async function deleteThread(app, id, as) {
  const answer = await attempt(app.send("DELETE", app.thread(id), { as }));
  if (answer?.status === 404) return "absent";
  return answer && isSuccess(answer) ? "deleted" : "there";
}

const attempt = (request) => request.catch(() => undefined);
// #endregion clean-up

// #region main
async function readOptions(argv) {
  const { parseArgs } = await import("node:util");
  const text = (fallback) => ({ type: "string", default: fallback });
  const options = {
    "cookie-a": { type: "string" },
    "cookie-b": { type: "string" },
    threads: text("/api/threads"),
    chat: text("/api/chat"),
    auth: text("/api/auth"),
    "no-chat": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  };
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    return { ...values, addresses: positionals };
  } catch (error) {
    throw new Stop(`${error.message.split(". ", 1)[0].replace(/\.$/, "")}. See --help.`);
  }
}

function readAddress({ addresses, ...options }) {
  const address = addresses.length === 1 && URL.canParse(addresses[0]) ? new URL(addresses[0]) : null;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Stop("Give the address of your app, such as http://localhost:3000. See --help.");
  }
  if (Boolean(options["cookie-a"]) !== Boolean(options["cookie-b"])) {
    throw new Stop("Give both --cookie-a and --cookie-b, or neither.");
  }
  for (const name of ["threads", "chat", "auth"]) {
    if (!options[name].startsWith("/")) throw new Stop(`--${name} is a path, such as /api/${name}.`);
  }
  return address;
}

/** Runs the checks in their order. Each is printed as soon as it is made. */
async function verify(app, options, results) {
  const run = { app, options, made: new Map(), unproven: new Map() };
  run.remember = (answer, owner) => {
    const id = isSuccess(answer) ? idOf(answer.json) : undefined;
    if (id) run.made.set(id, owner);
    return id;
  };

  const [first, ...others] = checks;
  const add = async (check) => {
    const result = await make(check, run);
    results.push(result);
    if (!options.json) printTap(result, results.length);
    return result;
  };

  const { result } = await add(first);
  if (result !== "holds") {
    throw new Stop(
      `better-auth does not answer at ${app.base}${app.auth}. Mount its handlers there, or give --auth.`,
    );
  }
  const tidy = async () => {
    const left = await cleanUp(run);
    if (left.length > 0) say(`Left in your app, because it does not delete them: ${left.join(", ")}.`);
  };
  const interrupted = () => tidy().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    await findUsers(run);
    for (const check of others) await add(check);
  } finally {
    process.off("SIGINT", interrupted);
    await tidy();
  }
}

async function main(argv) {
  const results = [];
  let options;
  let app;
  let problem = null;
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new Stop(`This needs Node 20 or newer, and here is ${process.version}.`);
    }
    options = await readOptions(argv);
    if (options.help) return print(usage);
    app = new App(readAddress(options), options);
    if (!options.json) print(`TAP version 14\n1..${checks.length}`);
    await verify(app, options, results);
    const gates = results.filter(({ name }) => name.startsWith("gate-"));
    if (gates.every(({ result }) => result === "skipped")) {
      throw new Stop("It found neither a chat nor threads. Name their paths with --chat and --threads.");
    }
  } catch (error) {
    const isExpected = error instanceof Stop || error instanceof Fault;
    problem = isExpected ? error.message : `A fault of verify.mjs itself. ${error.stack}`;
  }

  const holds = problem === null && results.every(({ result }) => result !== "fails");
  process.exitCode = problem !== null ? 2 : holds ? 0 : 1;
  if (options?.json)
    print(JSON.stringify({ address: app?.base ?? null, holds, problem, checks: results }, null, 2));
  else if (app && problem !== null) print(`Bail out! ${oneLine(problem)}`);
  if (app && problem === null) summarize(results, app);
  if (problem !== null) say(`Could not verify: ${problem}`);
}

main(process.argv.slice(2));
// #endregion main
