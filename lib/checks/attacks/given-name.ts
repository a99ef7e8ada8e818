import { act, actionOf, marker, provenActions, writeMessage } from "../actions";
import { isSuccess } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import type { ProvenAction } from "../shape";
import { newThread, seeThread } from "../threads";

export const givenName = {
  name: "given-name",
  promise: "no automatic title takes the place of a name that the user gave",
  page: "persist-threads-and-messages",
  lines: ".where(and(owned, isNull(threads.title)));",
  async run(app, found) {
    await provenActions(app, found);
    const [title, rename] = [actionOf(app, "title"), actionOf(app, "rename")];
    if (!title || !rename) {
      const { unproven } = app.shape;
      const reasons = [unproven.get("title"), unproven.get("rename")].filter(Boolean).join("; ");
      throw new CheckSkipped(`it takes a title and a name for it: ${reasons}`);
    }
    await nameFirst(app, title, rename, found);
    await nameMeanwhile(app, title, rename, found);
  },
} as const satisfies Attack;

async function nameFirst(app: App, title: ProvenAction, rename: ProvenAction, found: Findings) {
  const { a } = app;
  const thread = await newThreadWithMessage(app, found);
  const name = marker("given");
  const named = await act(app, rename, { thread }, { as: a, fields: { title: name } });
  found.need(named, isSuccess(named), `${a.name} names it.`);
  const titled = await act(app, title, { thread }, { as: a, meanwhile: async () => {} });
  found.show(titled, "The model titles it.");
  await expectName(app, thread, name, found);
}

/** The model takes its time. Meanwhile the user may give a name in another tab. */
async function nameMeanwhile(app: App, title: ProvenAction, rename: ProvenAction, found: Findings) {
  const { a } = app;
  const thread = await newThreadWithMessage(app, found);
  const name = marker("given meanwhile");
  async function meanwhile() {
    const named = await act(app, rename, { thread }, { as: a, fields: { title: name } });
    found.need(named, isSuccess(named), `${a.name} names it, while the model is at its title.`);
  }
  const titled = await act(app, title, { thread }, { as: a, meanwhile });
  found.show(titled, "The model titles it.");
  await expectName(app, thread, name, found);
}

/** An app may title a thread by what is stored in it. */
async function newThreadWithMessage(app: App, found: Findings) {
  const thread = await newThread(app, app.a, found);
  if (!actionOf(app, "write message")) return thread;
  const written = await writeMessage(app, thread, { as: app.a, text: "Answer with the word ok." });
  found.need(written, isSuccess(written), `${app.a.name} writes a message into it.`);
  return thread;
}

async function expectName(app: App, thread: string, name: string, found: Findings) {
  const { a } = app;
  const { answer, shown } = await seeThread(app, a, thread);
  found.judge(answer, shown.includes(name), {
    right: `The thread still has the name that ${a.name} gave it.`,
    wrong: `The automatic title has taken the place of the name that ${a.name} gave.`,
  });
}
