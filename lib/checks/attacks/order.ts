import { act, actionOf, provenActions, writeMessage } from "../actions";
import { isSuccess, valueAt } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import { idOf, newThread, rowsOf } from "../threads";

export const order = {
  name: "order",
  promise: "messages come back whole, in their order, each with what it answers",
  page: "persist-threads-and-messages",
  lines: ".orderBy(asc(messages.sequence));",
  async run(app, found) {
    const { a, shape } = app;
    await provenActions(app, found);
    for (const name of ["write message", "read messages"] as const) {
      const reason = shape.unproven.get(name);
      if (reason) throw new CheckSkipped(`it takes messages to be written and read: ${reason}`);
    }
    const thread = await newThread(app, a, found);
    const written: string[] = [];
    // The last one is another version of the one before.
    for (let index = 0; index < 8; index++) {
      const parent = written.at(index === 7 ? -2 : -1) ?? null;
      const id = crypto.randomUUID();
      const answer = await writeMessage(app, thread, { as: a, id, parent, text: `message ${index}` });
      found.need(answer, isSuccess(answer), `${a.name} writes message ${index + 1}.`);
      written.push(id);
    }
    await readBack(app, thread, written, found);
    await readWhole(app, found);
  },
} as const satisfies Attack;

async function readBack(app: App, thread: string, written: string[], found: Findings) {
  const reading = actionOf(app, "read messages");
  if (!reading) return;
  const answer = await act(app, reading, { thread }, { as: app.a });
  const texts = [...answer.text.matchAll(/message (\d)/g)].map(([, index]) => Number(index));
  const places = [...new Set(texts)];
  const rows = rowsOf(answer.json) ?? [];
  const lost = written.filter((id) => !answer.text.includes(id)).length;
  const parents = rows.map((row) => valueAt(row, "parent_id") ?? valueAt(row, "parentId"));
  const hasParents = app.shape.messageShapes[0]?.hasParent;
  const isLinked = parents[1] === idOf(rows[0]) && parents[6] === parents[7] && parents[7] !== undefined;
  const faults = [
    places.length < written.length ? "Some of the messages are gone." : "",
    places.some((place, index) => place !== index) ? "The messages come in another order." : "",
    lost > 0 ? "Messages come back under ids of another kind than they were sent with." : "",
    hasParents && lost === 0 && !isLinked ? "What a message answers is lost." : "",
  ].filter(Boolean);
  found.judge(answer, faults.length === 0, {
    right: "All of them come back in their order, each with what it answers.",
    wrong: faults.join(" "),
  });
}

/** A message with two parts, with spaces that code needs, and with metadata. */
async function readWhole(app: App, found: Findings) {
  const { a, shape } = app;
  const reading = actionOf(app, "read messages");
  if (!reading || !shape.messageShapes[0]?.hasParts) return;
  const thread = await newThread(app, a, found);
  const [first, second] = ["  indented,\n", "and a second part"];
  const parts = [first, second].map((text) => ({ type: "text", text }));
  const mark = crypto.randomUUID();
  const extra = { metadata: { mark } };
  let written = await writeMessage(app, thread, { as: a, parts, extra });
  // An app may take no metadata.
  const hasMetadata = isSuccess(written);
  if (!hasMetadata) {
    found.show(written, "Metadata is refused.");
    written = await writeMessage(app, thread, { as: a, parts });
  }
  found.need(written, isSuccess(written), "A message with two parts is written.");
  const answer = await act(app, reading, { thread }, { as: a });
  const lost = [
    !answer.text.includes(JSON.stringify(first)) ? "the spaces around its text" : "",
    !answer.text.includes(second) ? "its second part" : "",
    hasMetadata && !answer.text.includes(mark) ? "its metadata" : "",
  ].filter(Boolean);
  found.judge(answer, lost.length === 0, {
    right: "It comes back as it was written.",
    wrong: `It comes back without ${lost.join(" and ")}.`,
    level: answer.text.includes(second) ? "should" : "must",
  });
}
