import { act, actionOf, provenActions } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import type { Answer } from "../request";
import { newThread } from "../threads";
import { askIntoForeignThread, expectSameView, newTarget, viewThread } from "../view";

export const ownership = {
  name: "ownership",
  promise: "another user's thread is out of reach",
  page: "persist-threads-and-messages",
  lines: `export const ownedThread = (userId: string, threadId: string) =>
  and(eq(threads.id, threadId), eq(threads.userId, userId));`,
  async run(app, found) {
    const { a, b } = app;
    const actions = await provenActions(app, found);
    const reasons = [...app.shape.unproven.values()].join("; ");
    if (actions.length === 0) {
      throw new CheckSkipped(`nothing works for a thread's owner either: ${reasons}`);
    }
    if (reasons) found.notes.push(`Not tried, because it does not work for the owner either: ${reasons}.`);

    const target = await newTarget(app, a, found);
    const before = await viewThread(app, found, a, target.thread);
    for (const { answer } of before) found.need(answer, isSuccess(answer), `${a.name} sees it.`);

    if (await app.answers()) await askInto(app, target.thread, found);
    await deleteUnderOwnThread(app, target.message, found);
    const missing = { ...target, thread: idLike(target.thread) };
    for (const action of actions) {
      const foreign = await act(app, action, target, { as: b });
      found.expect(foreign, [403, 404], {
        right: `${b.name} knows the id, and cannot ${action.does}.`,
        wrong: `${b.name} could ${action.does}, by its id alone.`,
      });
      if (isSuccess(foreign)) continue;
      const detail = "which does not exist";
      const absent = await act(app, action, missing, { as: b, detail });
      found.judge(absent, looks(absent, missing.thread) === looks(foreign, target.thread), {
        level: "should",
        right: "The same answer, so nobody learns which threads there are.",
        wrong: `Another user’s thread is answered otherwise (${foreign.status}), so anybody can find out which there are.`,
      });
    }
    await expectSameView(app, found, a, target.thread, before);
  },
} as const satisfies Attack;

/** A question to the model that names another user's thread. */
async function askInto(app: App, thread: string, found: Findings) {
  const { a, b } = app;
  const detail = "in the other user's thread";
  const { asked, isThere } = await askIntoForeignThread(app, found, thread, { detail });
  found.judge(asked, !isThere, {
    right: `${b.name}’s question is not in ${a.name}’s thread.`,
    wrong: `${b.name}’s question is in ${a.name}’s thread.`,
  });
}

/** The id of a message is no more secret than the id of a thread. */
async function deleteUnderOwnThread(app: App, message: string, found: Findings) {
  const { b } = app;
  const remove = actionOf(app, "delete message");
  if (!remove) return;
  const thread = await newThread(app, b, found, `${b.name} makes a thread of their own.`);
  const detail = "with the id of the other user's message";
  // Whether it was deleted is seen in the end, by its owner.
  const answer = await act(app, remove, { thread, message }, { as: b, detail });
  found.show(answer, `${b.name} may delete there, and names a message of another thread.`);
}

/** An id that might be one of this app's. */
const idLike = (id: string) => (/^\d+$/.test(id) ? String(2 ** 31 - 2) : crypto.randomUUID());

/** An answer without the id that was asked for, to be compared. */
const looks = ({ status, text }: Answer, thread: string) => `${status} ${text.replaceAll(thread, "…")}`;
