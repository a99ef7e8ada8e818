import { marker, provenActions, writeMessage } from "../actions";
import { inWords, isAbsent, isSuccess } from "../answer";
import type { Attack } from "../attack";
import { CheckSkipped } from "../findings";
import { newThread } from "../threads";

export const messageOverwrite = {
  name: "message-overwrite",
  promise: "another user's message cannot be overwritten by its id",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a, b, shape } = app;
    await provenActions(app, found);
    const reason = shape.unproven.get("write message");
    if (reason) throw new CheckSkipped(`no message can be written: ${reason}`);

    const theirs = await newThread(app, a, found);
    const own = await newThread(app, b, found, `${b.name} makes a thread of their own.`);
    const [id, original, replaced] = [crypto.randomUUID(), marker("original"), marker("replaced")];
    const written = await writeMessage(app, theirs, { as: a, id, text: original });
    found.need(written, isSuccess(written), `${a.name} writes a message.`);

    const read = () => app.send("GET", app.paths.messages, { as: a, thread: theirs });
    const before = await read();
    if (before.status !== 200 || !before.text.includes(original)) {
      const reason = "without the message that was just written, so there is nothing to compare";
      throw new CheckSkipped(`${inWords(before)}, ${reason}`);
    }
    found.need(before, true, `${a.name} reads it.`);

    for (const method of shape.messageMethods) {
      const copied = await writeMessage(app, own, { as: b, id, text: replaced, method });
      if (method === "PUT" && isAbsent(copied)) continue;
      const after = await read();
      const isSame = after.text === before.text;
      found.judge(copied, isSame, {
        right: `${b.name} may write there, and gives the message the id of ${a.name}’s.`,
        wrong: `${b.name}’s message with the id of ${a.name}’s changed that message.`,
        mismatch: ", with the other user's message id",
      });
      found.judge(after, isSame, {
        right: `For ${a.name} nothing has changed.`,
        wrong: `For ${a.name} it has changed.`,
      });
    }
  },
} as const satisfies Attack;
