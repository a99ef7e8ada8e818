import { errorIn, inWords, wantsOtherBody } from "../answer";
import type { Attack } from "../attack";
import { CheckSkipped } from "../findings";
import type { Answer } from "../request";
import { newThreadIfPossible } from "../threads";

export const chat = {
  name: "chat",
  promise: "a signed-in user gets an answer",
  page: "gate-the-chat-route",
  lines: "return createUIMessageStreamResponse({",
  async run(app, found) {
    if (!app.mayChat) throw new CheckSkipped("--no-chat");

    const thread = await newThreadIfPossible(app, app.a, found);
    const answer = await app.ask({ as: app.a, thread });
    app.needRoute(answer);
    if (wantsOtherBody(answer)) {
      throw new CheckSkipped(`${inWords(answer)}; it takes another body than the AI SDK's { messages }`);
    }

    app.shape.hasChat = answer.hasWords === true;
    found.judge(answer, answer.status === 200 && isStream(answer) && answer.hasWords === true, {
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
  const error = errorIn(answer.text);
  return error ? `, and the stream says: ${error}` : ", but the stream ended without a word";
}
