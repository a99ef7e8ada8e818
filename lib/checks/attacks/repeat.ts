import { act, actionOf, marker, provenActions, writeMessage } from "../actions";
import { isRefusal, isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import { newThread, rememberThread, threadBody } from "../threads";

export const repeat = {
  name: "repeat",
  promise: "what is sent twice is done once",
  page: "persist-threads-and-messages",
  lines: ".onConflictDoNothing({ target: [threads.userId, threads.localId] })",
  async run(app, found) {
    await provenActions(app, found);
    const isTried = [await createTwice(app, found), await writeTwice(app, found)];
    if (!isTried.includes(true)) {
      throw new CheckSkipped("neither a thread nor a message has a name of the client’s to repeat");
    }
  },
} as const satisfies Attack;

/** A browser repeats a request whose answer was lost. */
async function createTwice(app: App, found: Findings) {
  const { a, paths } = app;
  const body = threadBody(app, crypto.randomUUID());
  if (app.shape.makesThreadsByChat || !/Id|"id"/.test(JSON.stringify(body))) {
    found.notes.push("A new thread has no name of the client’s, so a repeated request cannot be known.");
    return false;
  }
  const first = await app.send("POST", paths.threads, { as: a, body });
  const id = rememberThread(app, first, a);
  found.need(first, id !== undefined, `${a.name} makes a thread.`);
  const again = await app.send("POST", paths.threads, { as: a, body, detail: "once more" });
  const second = rememberThread(app, again, a);
  found.judge(again, second === id || isRefusal(again), {
    level: "should",
    right: isSuccess(again) ? "The same thread is the answer." : "It is refused, and there is one thread.",
    wrong: isSuccess(again) ? "There are two threads now." : "The server has a fault for it.",
  });
  return true;
}

async function writeTwice(app: App, found: Findings) {
  const { a, shape } = app;
  const reading = actionOf(app, "read messages");
  if (shape.unproven.has("write message") || !reading) {
    found.notes.push("No message can be written and read, so none can be repeated.");
    return false;
  }
  const thread = await newThread(app, a, found);
  const [id, text] = [crypto.randomUUID(), marker("message")];
  const first = await writeMessage(app, thread, { as: a, id, text });
  found.need(first, isSuccess(first), `${a.name} writes a message.`);
  const again = await writeMessage(app, thread, { as: a, id, text, detail: "once more" });
  const seen = await act(app, reading, { thread }, { as: a });
  found.show(seen, "The thread afterwards.");
  const count = seen.text.split(text).length - 1;
  const isOne = count === 1 && (isSuccess(again) || isRefusal(again));
  found.judge(again, isOne, {
    level: "should",
    right: "It is stored once.",
    wrong: count === 1 ? "The server has a fault for it." : `It is stored ${count} times.`,
  });
  return true;
}
