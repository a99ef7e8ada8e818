import { inWords, isSuccess } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import type { ThreadAction } from "./shape";
import { newThread } from "./threads";
import type { Answer, Request } from "./transport";

/** What a user may do with a thread of their own, and nobody else. Deleting comes last: until then the thread is there. */
export const threadActions: ThreadAction[] = [
  { name: "read", method: "GET", does: "read the thread" },
  { name: "read messages", method: "GET", does: "read its messages" },
  { name: "rename", method: "PATCH", does: "rename it" },
  { name: "write message", method: "POST", does: "write into it" },
  { name: "delete", method: "DELETE", does: "delete it" },
];

type Sender = Pick<Request, "as" | "simulate">;

/** Does something with a thread, as part of a check. */
export function act(app: App, action: ThreadAction, thread: string, sender: Sender): Promise<Answer> {
  if (action.name === "write message") return writeMessage(app, thread, sender);
  const below = action.name === "read messages" ? "/messages" : "";
  const body = action.name === "rename" ? { title: marker("renamed") } : undefined;
  return app.send(action.method, app.thread(thread, below), { ...sender, body });
}

/**
 * The actions that work for an owner. Of one that does not, a refusal would prove nothing: the route may be missing.
 * Why the others do not is in the app's shape.
 */
export async function provenActions(app: App, found: Findings): Promise<ThreadAction[]> {
  const { shape } = app;
  if (shape.actions) return shape.actions;

  const thread = await newThread(app, app.a, found);
  const [proven, unproven] = [[] as ThreadAction[], new Map<string, string>()];
  for (const action of threadActions) {
    const answer = await act(app, action, thread, { as: app.a });
    if (isSuccess(answer)) proven.push(action);
    else unproven.set(action.name, inWords(answer));
  }
  shape.actions = proven;
  shape.unproven = unproven;
  return proven;
}

const part = (text: string) => ({ type: "text", text });

/** The bodies with which apps store a message, assistant-ui's own row first. */
const messageBodies = [
  (id: string, text: string) => ({
    id,
    parent_id: null,
    format: "ai-sdk/v6",
    content: { role: "user", parts: [part(text)] },
  }),
  (id: string, text: string) => ({ parentId: null, message: { id, role: "user", parts: [part(text)] } }),
  (id: string, text: string) => ({ parentId: null, message: { id, role: "user", content: [part(text)] } }),
  (id: string, text: string) => ({ id, role: "user", parts: [part(text)] }),
  (id: string, text: string) => ({ id, role: "user", content: text }),
];

interface Message extends Sender {
  id?: string;
  text?: string;
  method?: string;
}

/** Stores a message. The first call that succeeds settles which body the app takes. */
export async function writeMessage(app: App, thread: string, message: Message): Promise<Answer> {
  const { id = crypto.randomUUID(), text = marker("message"), method = "POST", ...sender } = message;
  const { shape } = app;
  const path = app.thread(thread, "/messages");
  const bodies = shape.messageBody ? [shape.messageBody] : messageBodies;
  for (const body of bodies) {
    const answer = await app.probe({ method, path, ...sender, body: body(id, text) });
    const isOtherShape = answer.status === 400 || answer.status === 422;
    if (isOtherShape && body !== bodies.at(-1)) continue;
    if (isSuccess(answer)) shape.messageBody = body;
    app.onAnswer(answer);
    return answer;
  }
  throw new Error("There is no body to try.");
}

/** A text that can be found again in an answer. */
export const marker = (what: string) => `verify.mjs ${what} ${crypto.randomUUID()}`;
