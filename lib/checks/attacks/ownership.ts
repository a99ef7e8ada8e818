import { act, provenActions, writeMessage } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped } from "../findings";
import type { Answer } from "../request";
import type { ThreadAction } from "../shape";
import { newThread, seeInList } from "../threads";

export const ownership = {
  name: "ownership",
  promise: "another user's thread is out of reach",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a, b } = app;
    const actions = await provenActions(app, found);
    const reasons = [...app.shape.unproven.values()].join("; ");
    if (actions.length === 0) {
      throw new CheckSkipped(`nothing works for a thread's owner either: ${reasons}`);
    }
    if (reasons) found.notes.push(`Not tried, because it does not work for the owner either: ${reasons}.`);

    const thread = await newThread(app, a, found);
    const does = (name: string) => actions.find((action) => action.name === name);
    if (does("write message")) {
      const written = await writeMessage(app, thread, { as: a });
      found.need(written, isSuccess(written), `${a.name} writes a message into it.`);
    }
    const rename = does("rename");
    if (rename) {
      const renamed = await act(app, rename, thread, { as: a });
      found.need(renamed, isSuccess(renamed), `${a.name} gives it a title.`);
    }

    const before = await view(app, thread, actions);
    for (const { answer } of before) found.need(answer, isSuccess(answer), `${a.name} sees it.`);
    for (const action of actions) {
      found.expect(await act(app, action, thread, { as: b }), [403, 404], {
        right: `${b.name} knows the id, and cannot ${action.does}.`,
        wrong: `${b.name} could ${action.does}, by its id alone.`,
      });
    }
    for (const [index, { answer, shown }] of (await view(app, thread, actions)).entries()) {
      found.judge(answer, shown === before[index]?.shown, {
        right: `For ${a.name} nothing has changed.`,
        wrong: `For ${a.name} it has changed.`,
      });
    }
  },
} as const satisfies Attack;

type View = { answer: Answer; shown: string }[];

/** All that the owner sees of a thread, to be compared. */
async function view(app: App, thread: string, actions: ThreadAction[]): Promise<View> {
  const seen: View = [await seeInList(app, app.a, thread)];
  for (const action of actions.filter(({ method }) => method === "GET")) {
    const answer = await act(app, action, thread, { as: app.a });
    seen.push({ answer, shown: answer.text });
  }
  return seen;
}
