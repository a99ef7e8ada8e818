import { inWords, isAbsent, isSuccess, mayWantOtherBody, valueAt } from "./answer";
import type { App } from "./app";
import { CheckAborted, CheckSkipped, type Findings } from "./findings";
import type { Answer, Request, User } from "./request";

/** A body that makes a thread. The client may have a name of its own for it. */
export const threadBody = ({ shape }: App, id: string = crypto.randomUUID()): object =>
  shape.threadBodies[0]?.(id) ?? {};

/** Makes a thread, which the check stands on, and gives its id. */
export async function newThread(
  app: App,
  user: User,
  found: Findings,
  right = `${user.name} makes a thread.`,
): Promise<string> {
  const { answer, id } = await makeThread(app, user);
  found.need(answer, id !== undefined, right, ", and no id of a new thread");
  return id ?? "";
}

/** For a check that can do without a thread. That there is none is for others to say. */
export async function newThreadIfPossible(app: App, user: User, found: Findings) {
  const made = await makeThread(app, user).catch(ignoreAborted);
  if (made?.id !== undefined) found.need(made.answer, true, `${user.name} makes a thread.`);
  return made?.id;
}

/** For what the rest can do without. */
export function ignoreAborted(error: unknown): undefined {
  if (!(error instanceof CheckAborted)) throw error;
}

/** The first call finds out how the app makes one. */
async function makeThread(app: App, user: User) {
  const { paths, shape } = app;
  if (shape.makesThreadsByChat) return makeThreadByChat(app, user);
  let tried: Answer | undefined;
  for (const body of shape.threadBodies) {
    const request = { method: "POST", path: paths.threads, as: user, body: body(crypto.randomUUID()) };
    const answer = await app.probe(request);
    tried = answer;
    if (mayWantOtherBody(answer)) continue;
    if (isAbsent(answer) && shape.makesThreadsByChat === undefined && (await app.answers())) {
      shape.makesThreadsByChat = false;
      const { id, ...made } = await makeThreadByChat(app, user);
      if (id !== undefined) {
        shape.makesThreadsByChat = true;
        return { id, ...made };
      }
    }
    app.needRoute(answer);

    app.onAnswer(answer);
    const id = rememberThread(app, answer, user);
    if (id === undefined) return { answer, id };
    shape.threadBodies = [body];
    const read = { method: "GET", path: paths.thread, thread: id, as: user };
    shape.hasThreadRoute ??= isSuccess(await app.probe(read));
    return { answer, id };
  }
  if (tried?.status === 500) return { answer: tried, id: undefined };
  const answered = tried ? inWords(tried) : "";
  throw new CheckSkipped(`${answered}, whatever body was tried, so there is no thread to check with`);
}

/** In some apps the first question makes the thread, by an id that the client chooses. */
async function makeThreadByChat(app: App, user: User) {
  const thread = crypto.randomUUID();
  const answer = await app.send("POST", app.paths.chat, { as: user, ...app.chatRequest({ thread }) });
  const { ids } = await listIds(app, user);
  if (!ids.includes(thread)) return { answer, id: undefined };
  app.made.set(thread, user);
  return { answer, id: thread };
}

/** Notes the thread that an answer made, so that it is deleted in the end. */
export function rememberThread({ made }: App, answer: Answer, owner: User) {
  const id = isSuccess(answer) ? idOf(answer.json) : undefined;
  if (id !== undefined) made.set(id, owner);
  return id;
}

/** Deletes the threads that were made, and says how many are left. */
export async function deleteThreads(app: App) {
  // Where deleting works, a thread that neither user has was deleted by a check already.
  const deletes = app.shape.actions?.some(({ name }) => name === "delete");
  let left = 0;
  for (const [thread, owner] of app.made) {
    // In an app with a fault, it may be the other user's by now.
    const statuses = [];
    for (const as of owner.id === app.a.id ? [app.a, app.b] : [app.b, app.a]) {
      const request = { method: "DELETE", path: app.paths.thread, thread, as };
      const answer = await app.probe(request).catch(ignoreAborted);
      statuses.push(answer && isSuccess(answer) ? "deleted" : answer?.status);
      if (statuses.includes("deleted")) break;
    }
    if (statuses.includes("deleted")) app.deleted++;
    else if (!deletes || statuses.some((status) => status !== 404)) left++;
    app.made.delete(thread);
  }
  return left;
}

type Claims = Pick<Request, "query" | "headers" | "cookies" | "detail">;

/** A user's list. */
async function listThreads(app: App, user: User, manner: Claims = {}) {
  const answer = await app.send("GET", app.paths.threads, { as: user, ...manner });
  app.needRoute(answer);
  const rows = answer.status === 200 ? rowsOf(answer.json) : [];
  if (rows) return { answer, rows };
  throw new CheckSkipped(`${inWords(answer)}, with no list of threads that this script can read`);
}

/** The ids in a user's list. */
export async function listIds(app: App, user: User, manner?: Claims) {
  const { answer, rows } = await listThreads(app, user, manner);
  return { answer, ids: idsIn(rows) };
}

/** Whether this user has this thread, and what is shown of it. Asks the thread's own route if there is one, else the list. */
export async function seeThread(app: App, user: User, thread: string) {
  if (!app.shape.hasThreadRoute) return seeInList(app, user, thread);
  const answer = await app.send("GET", app.paths.thread, { as: user, thread });
  return { answer, isSeen: answer.status === 200, shown: answer.text };
}

/** The same by the list alone. */
export async function seeInList(app: App, user: User, thread: string) {
  const { answer, rows } = await listThreads(app, user);
  const row = rows.find((row) => idOf(row) === thread);
  return { answer, isSeen: row !== undefined, shown: JSON.stringify(row ?? null) };
}

const wrappers = ["threads", "chats", "conversations", "messages", "data", "items", "results", "rows"];

/** A list, or the list within `{ threads: […] }` and the like. */
export function rowsOf(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const inner = wrappers
    .map((key) => valueAt(json, key))
    .find((value) => typeof value === "object" && value !== null);
  return inner ? rowsOf(inner) : undefined;
}

/** The ids of rows, of those that have one. */
export const idsIn = (rows: unknown[]) => rows.flatMap((row) => idOf(row) ?? []);

export function idOf(json: unknown): string | undefined {
  const [id] = ["id", "remoteId", "threadId", "_id"].flatMap((key) => valueAt(json, key) ?? []);
  if (typeof id === "string" || typeof id === "number") return String(id);
  const inner = valueAt(json, "thread") ?? valueAt(json, "data");
  return inner ? idOf(inner) : undefined;
}
