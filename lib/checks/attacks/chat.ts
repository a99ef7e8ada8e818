import { CheckSkipped } from "../aborted";
import { inWords, isAbsent } from "../answer";
import type { App } from "../app";
import type { Attack } from "../attack";
import type { Findings } from "../findings";
import { newThreadIfPossible } from "../threads";
import type { Answer } from "../transport";

export const chat = {
  name: "chat",
  promise: "a signed-in user gets an answer",
  page: "gate-the-chat-route",
  async run(app, found) {
    if (!app.mayChat) throw new CheckSkipped("--no-chat");

    const answer = await ask(app, found);
    const { status, firstChunk } = answer;
    if (isAbsent(answer)) {
      throw new CheckSkipped(`your app has no POST ${app.paths.chat} (${status}); see --chat`);
    }
    if (status === 400 || status === 422) {
      throw new CheckSkipped(`${inWords(answer)}; it takes another body than the AI SDK's { messages }`);
    }

    found.judge(answer, status === 200 && isStream(answer) && firstChunk?.hasWords === true, {
      right: `${app.a.name} is signed in: the model’s words stream in.`,
      wrong: `${app.a.name} is signed in, and no word of the model came.`,
      mismatch: whatIsWrong(answer),
    });
  },
} as const satisfies Attack;

const isStream = ({ type }: Answer) => !/json|html/.test(type);

function whatIsWrong(answer: Answer) {
  if (answer.status !== 200) return ", not 200";
  if (!isStream(answer)) return `, not a stream (${answer.type})`;
  const error = answer.firstChunk?.error;
  return error ? `, and the stream says: ${error}` : ", but the stream ended without a word";
}

/** Apps differ in whether a chat names its thread. A question with an id is what the AI SDK sends. */
async function ask(app: App, found: Findings) {
  const question = { as: app.a, read: "first chunk" } as const;
  if (app.shape.chatHasThread === false) return app.ask(question);

  const thread = await newThreadIfPossible(app, app.a, found);
  const answer = await app.ask({ ...question, thread });
  const isRefused = [400, 404, 422].includes(answer.status);
  return thread !== undefined && isRefused ? app.ask(question) : answer;
}
