import { inWords, isAbsent, isSuccess, mayWantOtherBody } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import type { Answer, Request } from "./request";
import { type Draft, type ProvenAction, question, threadActions, type Way } from "./shape";
import { newThread } from "./threads";

/** What an action is done to. The message is one of the thread. */
export interface Target {
  thread: string;
  message?: string;
}

/** What comes along with a request, besides what the action needs. */
type Manner = Omit<Request, "method" | "path" | "thread" | "message" | "body"> & {
  /** Further fields of the body. */
  fields?: object;
};

type Action = Way & Pick<ProvenAction, "name">;

/** The body with which an action is asked for. Undefined if it has none. */
function bodyOf(app: App, { name, path }: Action, { message = "" }: Target): object | undefined {
  const draft = { id: message, text: marker("changed") };
  const write = app.shape.messageShapes[0];
  if (name === "rename") return { title: marker("renamed") };
  if (name === "title") return { messages: [question("Answer with the word ok.")] };
  if (name === "write message") return write?.body({ ...draft, id: crypto.randomUUID() });
  if (name === "update message") return write?.body(draft);
  return name === "delete message" && path === "messages" ? { ids: [message] } : undefined;
}

/** The request that does something with a thread. */
export function requestOf(app: App, action: Action, target: Target, manner: Manner): Request {
  const { fields, ...rest } = manner;
  const body = bodyOf(app, action, target);
  return {
    method: action.method,
    path: app.paths[action.path],
    ...target,
    ...((body || (fields && action.method !== "GET")) && { body: { ...body, ...fields } }),
    ...(action.name === "title" && { isChat: true }),
    ...rest,
  };
}

/** Does something with a thread, as part of a check. */
export async function act(app: App, action: Action, target: Target, manner: Manner): Promise<Answer> {
  const { method, path, ...rest } = requestOf(app, action, target, manner);
  return app.send(method, path, rest);
}

/**
 * The actions that work for an owner. Of one that does not, a refusal would prove nothing: the route may be missing.
 * Why the others do not is in the app's shape.
 */
export async function provenActions(app: App, found: Findings): Promise<ProvenAction[]> {
  const { shape } = app;
  if (shape.actions) return shape.actions;

  const target = { thread: await newThread(app, app.a, found), message: crypto.randomUUID() };
  const proven: ProvenAction[] = [];
  for (const { name, does, ways } of threadActions) {
    const reason = whyNot(app, name, proven);
    const { answer, way } = reason ? {} : await firstWay(app, name, ways, target);
    if (way) proven.push({ name, does, ...way });
    else shape.unproven.set(name, reason ?? (answer ? inWords(answer) : ""));
  }
  shape.actions = proven;
  return proven;
}

/** Why an action is not even tried. */
function whyNot({ mayChat }: App, name: ProvenAction["name"], proven: ProvenAction[]) {
  if (name === "title" && !mayChat) return "the model is asked nothing";
  const needsMessage = name === "update message" || name === "delete message";
  const isWritten = proven.some((action) => action.name === "write message");
  return needsMessage && !isWritten ? "no message can be written" : undefined;
}

/** The way that works, and else the answer that says most of why none does. */
async function firstWay(app: App, name: ProvenAction["name"], ways: Way[], target: Required<Target>) {
  let answer: Answer | undefined;
  for (const way of ways) {
    const tried =
      name === "write message"
        ? await writeMessage(app, target.thread, { as: app.a, id: target.message, way })
        : await app.probe(requestOf(app, { name, ...way }, target, { as: app.a }));
    if (isSuccess(tried)) return { answer: tried, way };
    if (!answer || isAbsent(answer)) answer = tried;
  }
  return { answer };
}

/** Does something that works for the owner. Undefined if it does not work in this app. */
export const actionOf = (app: App, name: ProvenAction["name"]) =>
  app.shape.actions?.find((action) => action.name === name);

interface Message extends Partial<Draft>, Omit<Manner, "fields"> {
  fields?: object;
  way?: Way;
}

/** Stores a message. The first call that succeeds settles which body the app takes. */
export async function writeMessage(app: App, thread: string, message: Message): Promise<Answer> {
  const { id = crypto.randomUUID(), text = marker("message"), ...others } = message;
  const { role, parent, parts, extra, way, fields, ...manner } = others;
  const { shape } = app;
  const { method, path } = way ?? actionOf(app, "write message") ?? { method: "POST", path: "messages" };
  for (const written of shape.messageShapes) {
    const body = { ...written.body({ id, text, role, parent, parts, extra }), ...fields };
    const request: Request = { method, path: app.paths[path], thread, message: id, ...manner, body };
    const answer = await app.probe(request);
    const isSettled = shape.messageShapes.length === 1;
    if (!isSettled && mayWantOtherBody(answer) && written !== shape.messageShapes.at(-1)) continue;
    if (isSuccess(answer)) shape.messageShapes = [written];
    app.onAnswer(answer);
    return answer;
  }
  throw new Error("There is no body to try.");
}

/** A text that can be found again in an answer. */
export const marker = (what: string) => `verify.mjs ${what} ${crypto.randomUUID()}`;
