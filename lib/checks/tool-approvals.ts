import { marker } from "./actions";
import { isRefusal } from "./answer";
import type { App } from "./app";
import type { Findings } from "./findings";
import type { Answer, User } from "./request";
import { question } from "./shape";
import { newThreadIfPossible, seeInList } from "./threads";

/** Tries to allow a tool call for another user, and one that was never asked about. An app without either has none to try. */
export async function tryToolApprovals(app: App, found: Findings) {
  const { a, b } = app;
  const thread = await newThreadIfPossible(app, a, found);
  if (thread === undefined) return;

  const name = marker("name");
  const messages = [question(`Rename this thread to ${name}`)];
  const detail = "for a tool that changes something";
  const asked = await app.ask({ as: a, thread, messages, meanwhile, detail });
  const waiting = permissionAskedIn(asked);
  if (!waiting) return found.show(asked, "The model asks for no permission, so there is none to give.");
  found.show(asked, `The model asks for ${a.name}’s permission.`);

  const allow = (as: User, id: string) => {
    const body = { answerId: waiting.answerId, approvals: [{ id, approved: true }] };
    return app.send("POST", pathOfAnswer(app), { as, thread, body, isChat: true, meanwhile });
  };
  const foreign = await allow(b, waiting.id);
  found.judge(foreign, isRefusal(foreign), {
    right: `${b.name} cannot give it in ${a.name}’s place.`,
    wrong: `${b.name} gives it in ${a.name}’s place.`,
  });
  const madeUp = await allow(a, crypto.randomUUID());
  found.judge(madeUp, isRefusal(madeUp), {
    right: "What was not asked for cannot be allowed.",
    wrong: "A permission that was not asked for is taken.",
  });
  const { answer, shown } = await seeInList(app, a, thread);
  found.judge(answer, !shown.includes(name), {
    right: `${a.name} has allowed nothing, and the thread has its old name.`,
    wrong: `${a.name} has allowed nothing, and the tool has run.`,
  });
}

/** A stream is read to its end, because a tool takes its time. */
const meanwhile = async () => {};

/** Where a permission is given. Which question is meant stands in the body. */
const pathOfAnswer = ({ paths }: App) => paths.answer.split("?", 1)[0] ?? paths.answer;

/** The answer that waits and what it asks, as the AI SDK's stream tells them. */
function permissionAskedIn({ text }: Answer) {
  const answerId = /"messageId":"([^"]+)"/.exec(text)?.[1];
  const id = /"approvalId":"([^"]+)"/.exec(text)?.[1];
  return answerId && id ? { answerId, id } : undefined;
}
