import { CheckAborted, CheckSkipped } from "./aborted";
import { inWords, isAbsent, isSuccess } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import { valueAt } from "./json";
import type { Answer, User } from "./transport";

/** The bodies with which apps make a thread, the likeliest first. */
const threadBodies = [
  () => ({ localId: crypto.randomUUID() }),
  () => ({ id: crypto.randomUUID() }),
  () => ({ threadId: crypto.randomUUID() }),
  () => ({ title: "Made by verify.mjs" }),
  () => ({}),
];

/** A body that makes a thread. */
export const threadBody = ({ shape }: App): object => (shape.threadBody ?? (() => ({})))();

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
  const made = await makeThread(app, user).catch((error) => {
    if (!(error instanceof CheckSkipped || error instanceof CheckAborted)) throw error;
  });
  if (made?.id !== undefined) found.need(made.answer, true, `${user.name} makes a thread.`);
  return made?.id;
}

/** The first call finds out which body the app takes. */
async function makeThread(app: App, user: User) {
  const { paths, shape } = app;
  const bodies = shape.threadBody ? [shape.threadBody] : threadBodies;
  let answer: Answer | undefined;
  for (const body of bodies) {
    answer = await app.probe({ method: "POST", path: paths.threads, as: user, body: body() });
    if (answer.status === 400 || answer.status === 422) continue;
    if (isAbsent(answer)) throw new CheckSkipped(noRoute("POST", answer, app));

    app.onAnswer(answer);
    const id = rememberThread(app, answer, user);
    if (id === undefined) return { answer, id };
    shape.threadBody = body;
    shape.hasThreadRoute ??= isSuccess(await app.probe({ method: "GET", path: app.thread(id), as: user }));
    return { answer, id };
  }
  const tried = answer ? inWords(answer) : "";
  throw new CheckSkipped(`${tried}, whatever body was tried, so there is no thread to check with`);
}

/** Notes the thread that an answer made, so that it is deleted in the end. */
export function rememberThread({ made }: App, answer: Answer, owner: User) {
  const id = isSuccess(answer) ? idOf(answer.json) : undefined;
  if (id !== undefined) made.set(id, owner);
  return id;
}

/** Asks for a user's list. */
async function listThreads(app: App, user: User) {
  const answer = await app.send("GET", app.paths.threads, { as: user });
  if (isAbsent(answer)) throw new CheckSkipped(noRoute("GET", answer, app));
  return { answer, rows: answer.status === 200 ? rowsOf(answer.json) : undefined };
}

/** The ids in a user's list. */
export async function listIds(app: App, user: User) {
  const { answer, rows } = await listThreads(app, user);
  if (answer.status === 200 && !rows) throw new CheckSkipped(unreadable(answer));
  return { answer, ids: (rows ?? []).flatMap((row) => idOf(row) ?? []) };
}

/** Whether this user has this thread, and what is shown of it. Asks the thread's own route if there is one, else the list. */
export async function seeThread(app: App, user: User, thread: string) {
  if (!app.shape.hasThreadRoute) return seeInList(app, user, thread);
  const answer = await app.send("GET", app.thread(thread), { as: user });
  return { answer, isSeen: answer.status === 200, shown: answer.text };
}

/** The same by the list alone. */
export async function seeInList(app: App, user: User, thread: string) {
  const { answer, rows } = await listThreads(app, user);
  if (answer.status === 200 && !rows) throw new CheckSkipped(unreadable(answer));
  const row = rows?.find((row) => idOf(row) === thread);
  return { answer, isSeen: row !== undefined, shown: JSON.stringify(row ?? null) };
}

const noRoute = (method: string, { status }: Answer, { paths }: App) =>
  `your app has no ${method} ${paths.threads} (${status}); see --threads`;

const unreadable = (answer: Answer) =>
  `${inWords(answer)}, with no list of threads that this script can read`;

const wrappers = ["threads", "data", "items", "results", "rows"];

/** A list, or the list within `{ threads: […] }` and the like. */
function rowsOf(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const inner = wrappers
    .map((key) => valueAt(json, key))
    .find((value) => typeof value === "object" && value !== null);
  return inner ? rowsOf(inner) : undefined;
}

function idOf(json: unknown): string | undefined {
  const [id] = ["id", "remoteId", "threadId", "_id"].flatMap((key) => valueAt(json, key) ?? []);
  if (typeof id === "string" || typeof id === "number") return String(id);
  const inner = valueAt(json, "thread") ?? valueAt(json, "data");
  return inner ? idOf(inner) : undefined;
}
