import { act, actionOf, marker, provenActions, writeMessage } from "./actions";
import { isSuccess } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import type { Answer, Request, User } from "./request";
import { question } from "./shape";
import { newThread, newThreadIfPossible, seeInList } from "./threads";

/** A thread of a user's with a title and a message, as far as the app has them, to be attacked. */
export async function newTarget(app: App, user: User, found: Findings) {
  const thread = await newThread(app, user, found);
  const [message, secret] = [crypto.randomUUID(), marker("secret")];
  if (actionOf(app, "write message")) {
    const written = await writeMessage(app, thread, { as: user, id: message, text: secret });
    found.need(written, isSuccess(written), `${user.name} writes a message into it.`);
  }
  const rename = actionOf(app, "rename");
  if (rename) {
    const renamed = await act(app, rename, { thread }, { as: user });
    found.need(renamed, isSuccess(renamed), `${user.name} gives it a title.`);
  }
  return { thread, message };
}

/** The same, for a check that can do without a thread. */
export async function newTargetIfPossible(app: App, user: User, found: Findings) {
  if ((await newThreadIfPossible(app, user, found)) === undefined) return undefined;
  await provenActions(app, found);
  return newTarget(app, user, found);
}

type View = { answer: Answer; shown: string }[];

/** All that the owner sees of a thread, to be compared. */
export async function viewThread(app: App, found: Findings, user: User, thread: string): Promise<View> {
  const seen: View = [await seeInList(app, user, thread)];
  for (const name of ["read", "read messages"] as const) {
    const action = actionOf(app, name);
    if (!action) continue;
    const answer = await act(app, action, { thread }, { as: user });
    seen.push({ answer, shown: answer.text });
  }
  for (const { answer } of seen) found.show(answer, `This is how ${user.name} sees it.`);
  return seen;
}

/** Judges that the owner sees the same as before. */
export async function expectSameView(app: App, found: Findings, user: User, thread: string, before: View) {
  for (const [index, { answer, shown }] of (await viewThread(app, found, user, thread)).entries()) {
    found.judge(answer, shown === before[index]?.shown, {
      right: `For ${user.name} nothing has changed.`,
      wrong: `For ${user.name} it has changed.`,
    });
  }
}

/**
 * Asks the model as the other user, in a thread that is not theirs, and sees whether the question is in it afterwards. An
 * app whose chat keeps nothing may answer.
 */
export async function askIntoForeignThread(
  app: App,
  found: Findings,
  thread: string,
  { fields, ...manner }: Omit<Request, "method" | "path" | "body"> & { fields?: object },
) {
  const text = marker("question");
  const { method, path, body, isChat } = app.chatRequest({ thread, messages: [question(text)] });
  // An answer that should not be there is read to its end, so that it changes nothing later.
  const meanwhile = async () => {};
  const sent = { as: app.b, isChat, meanwhile, body: { ...body, ...fields } };
  const asked = await app.send(method, path, { ...sent, ...manner });
  const read = actionOf(app, "read messages") ?? actionOf(app, "read");
  if (!read) return { asked, isThere: false };
  const seen = await act(app, read, { thread }, { as: app.a });
  found.show(seen, `${app.a.name}’s thread afterwards.`);
  return { asked, isThere: seen.text.includes(text) };
}
