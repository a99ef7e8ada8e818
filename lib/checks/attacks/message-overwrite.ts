import { act, actionOf, marker, provenActions, requestOf, writeMessage } from "../actions";
import { inWords, isSuccess } from "../answer";
import type { Attack } from "../attack";
import { CheckSkipped } from "../findings";
import { newThread } from "../threads";

export const messageOverwrite = {
  name: "message-overwrite",
  promise: "another user's message cannot be overwritten by its id",
  page: "persist-threads-and-messages",
  lines: "primaryKey({ columns: [table.threadId, table.id] }),",
  async run(app, found) {
    const { a, b, shape } = app;
    await provenActions(app, found);
    const reason = shape.unproven.get("write message");
    if (reason) throw new CheckSkipped(`no message can be written: ${reason}`);
    const reading = actionOf(app, "read messages");
    if (!reading) throw new CheckSkipped(`no message can be read: ${shape.unproven.get("read messages")}`);

    const theirs = await newThread(app, a, found);
    const own = await newThread(app, b, found, `${b.name} makes a thread of their own.`);
    const [id, original, replaced] = [crypto.randomUUID(), marker("original"), marker("replaced")];
    const written = await writeMessage(app, theirs, { as: a, id, text: original });
    found.need(written, isSuccess(written), `${a.name} writes a message.`);

    const read = () => act(app, reading, { thread: theirs }, { as: a });
    const before = await read();
    if (!before.text.includes(original)) {
      const reason = "without the message that was just written, so there is nothing to compare";
      throw new CheckSkipped(`${inWords(before)}, ${reason}`);
    }
    found.need(before, true, `${a.name} reads it.`);

    const detail = "with the other user's message id";
    const update = actionOf(app, "update message");
    const copies = [
      () => writeMessage(app, own, { as: b, id, text: replaced, detail }),
      ...(update
        ? [() => app.probe(requestOf(app, update, { thread: own, message: id }, { as: b, detail }))]
        : []),
    ];
    for (const copy of copies) {
      const copied = await copy();
      const after = await read();
      const isSame = after.text === before.text;
      found.judge(copied, isSame, {
        right: `${b.name} may write there, and gives the message the id of ${a.name}’s.`,
        wrong: `${b.name}’s message with the id of ${a.name}’s changed that message.`,
      });
      found.judge(after, isSame, {
        right: `For ${a.name} nothing has changed.`,
        wrong: `For ${a.name} it has changed.`,
      });
    }
  },
} as const satisfies Attack;
