import { inWords, isSuccess, wantsOtherBody } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import type { Answer, Request } from "./request";
import { type ThreadAction, threadActions } from "./shape";
import { newThread } from "./threads";

type Sender = Pick<Request, "as" | "simulate">;

/** Does something with a thread, as part of a check. */
export function act(app: App, action: ThreadAction, thread: string, sender: Sender): Promise<Answer> {
  if (action.name === "write message") return writeMessage(app, thread, sender);
  const path = action.name === "read messages" ? app.paths.messages : app.paths.thread;
  const body = action.name === "rename" ? { title: marker("renamed") } : undefined;
  return app.send(action.method, path, { ...sender, thread, body });
}

/**
 * The actions that work for an owner. Of one that does not, a refusal would prove nothing: the route may be missing.
 * Why the others do not is in the app's shape.
 */
export async function provenActions(app: App, found: Findings): Promise<ThreadAction[]> {
  const { shape } = app;
  if (shape.actions) return shape.actions;

  const thread = await newThread(app, app.a, found);
  const proven: ThreadAction[] = [];
  for (const action of threadActions) {
    const answer = await act(app, action, thread, { as: app.a });
    if (isSuccess(answer)) proven.push(action);
    else shape.unproven.set(action.name, inWords(answer));
  }
  shape.actions = proven;
  return proven;
}

interface Message extends Sender {
  id?: string;
  text?: string;
  method?: string;
}

/** Stores a message. The first call that succeeds settles which body the app takes. */
export async function writeMessage(app: App, thread: string, message: Message): Promise<Answer> {
  const { id = crypto.randomUUID(), text = marker("message"), method = "POST", ...sender } = message;
  const { shape, paths } = app;
  for (const body of shape.messageBodies) {
    const request = { method, path: paths.messages, thread, ...sender, body: body(id, text) };
    const answer = await app.probe(request);
    if (wantsOtherBody(answer) && body !== shape.messageBodies.at(-1)) continue;
    if (isSuccess(answer)) shape.messageBodies = [body];
    app.onAnswer(answer);
    return answer;
  }
  throw new Error("There is no body to try.");
}

/** A text that can be found again in an answer. */
export const marker = (what: string) => `verify.mjs ${what} ${crypto.randomUUID()}`;
