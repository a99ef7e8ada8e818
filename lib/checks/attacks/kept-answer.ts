import { act, actionOf, marker, provenActions } from "../actions";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import { question } from "../shape";
import { idOf, newThread, rowsOf } from "../threads";

export const keptAnswer = {
  name: "kept-answer",
  promise: "a question is kept before its answer, and an answer although its reader has left",
  page: "persist-threads-and-messages",
  lines: `return threadId
  ? runAnswer(answerKey(sessionId, threadId, message.id), answer)
  : answer(request.signal);`,
  async run(app, found) {
    if (!(await app.answers())) throw new CheckSkipped("it takes an answer of the model");
    await provenActions(app, found);
    if (!actionOf(app, "read messages")) {
      throw new CheckSkipped(`no message can be read: ${app.shape.unproven.get("read messages")}`);
    }
    const thread = await emptyThread(app, found);
    const text = marker("question");
    let kept = 0;
    const meanwhile = async () => {
      const rows = await readRows(app, thread);
      kept = rows.filter((row) => JSON.stringify(row).includes(text)).length;
    };
    const asked = await ask(app, thread, text, meanwhile);
    if ((await eventually(app, thread, 1)) === 0) {
      throw new CheckSkipped("the chat keeps nothing by itself: the browser must, or nobody does");
    }
    found.judge(asked, kept > 0, {
      level: "should",
      right: "While the model answers, the question is stored already.",
      wrong: "The question is not stored before its answer: if that fails, the user’s words are lost.",
    });
    await expectIds(app, thread, found);
    await leave(app, found);
  },
} as const satisfies Attack;

/** An id that is empty is the next answer's as well, and that one is not stored then. */
async function expectIds(app: App, thread: string, found: Findings) {
  const reading = actionOf(app, "read messages");
  if (!reading) return;
  await eventually(app, thread, 2);
  const answer = await act(app, reading, { thread }, { as: app.a });
  found.judge(answer, !rowsOf(answer.json)?.some((row) => idOf(row) === ""), {
    right: "Question and answer are stored under ids of their own.",
    wrong: "The answer is stored without an id: the next one of its thread is lost.",
  });
}

/** Leaves at the first word, as a tab does that is closed. */
async function leave(app: App, found: Findings) {
  const thread = await emptyThread(app, found);
  const left = await ask(app, thread, marker("question"));
  const count = await eventually(app, thread, 2, 100);
  found.judge(left, count >= 2, {
    level: "should",
    right: "Its reader left at the first word. What the model said until then is stored.",
    wrong: "Its reader left at the first word, and the answer is nowhere.",
  });
}

const emptyThread = async (app: App, found: Findings) => app.threadForChat() ?? newThread(app, app.a, found);

function ask(app: App, thread: string, text: string, meanwhile?: () => Promise<void>) {
  const { method, path, ...rest } = app.chatRequest({ thread, messages: [question(text)] });
  return app.send(method, path, { ...rest, as: app.a, thread, meanwhile });
}

/** The messages of a thread. Nobody judges these answers: they only show when it is time to. */
async function readRows(app: App, thread: string) {
  const action = actionOf(app, "read messages");
  if (!action) return [];
  const path = app.paths[action.path];
  const answer = await app.probe({ method: action.method, path, thread, as: app.a });
  return rowsOf(answer.json) ?? [];
}

/**
 * How many messages there are, once there are as many as wanted. An answer is stored a moment after its end, and some apps
 * have the model end it without its reader.
 */
async function eventually(app: App, thread: string, wanted: number, maxTries = 20) {
  let count = 0;
  for (let tries = 0; tries < maxTries && count < wanted; tries++) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    count = (await readRows(app, thread)).length;
  }
  return count;
}
