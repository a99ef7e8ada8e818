import { requestOf, type Target } from "./actions";
import type { App } from "./app";
import { CheckSkipped } from "./findings";
import type { Request } from "./request";
import { threadBody } from "./threads";

export interface Write extends Request {
  /** What it does, to whichever thread. */
  what: string;
}

/** What the write does that makes a thread. */
export const makingThread = "make a thread";

/** Every write that works for the owner of this thread, and for whoever may ask the model. Skips a check that has none. */
export async function writesOf(app: App, target: Target | undefined): Promise<Write[]> {
  const { paths, shape } = app;
  const writes: Write[] = [];
  if (target) {
    if (!shape.makesThreadsByChat) {
      writes.push({ what: makingThread, method: "POST", path: paths.threads, body: threadBody(app) });
    }
    for (const action of shape.actions ?? []) {
      if (action.method === "GET") continue;
      writes.push({ what: anyThread[action.name], ...requestOf(app, action, target, {}) });
    }
  }
  if (await app.answers()) writes.push({ what: "ask the model", ...app.chatRequest() });
  if (writes.length > 0) return writes;
  throw new CheckSkipped("there is neither a thread nor an answer of the model to ask for");
}

/** What an action does, to whichever thread. */
const anyThread = {
  read: "read a thread",
  rename: "rename a thread",
  title: "have the model title a thread",
  "write message": "write a message",
  "read messages": "read messages",
  "update message": "change a message",
  "delete message": "delete a message",
  "join answer": "read an answer",
  "stop answer": "stop an answer",
  delete: "delete a thread",
};
