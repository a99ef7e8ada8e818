import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped } from "../findings";
import type { User } from "../request";

/** More answers than a person reads in a minute. */
const many = 60;

/** It has the model answer as often as the app allows, which costs. So it is made where it is asked for, and nowhere else. */
export const limit = {
  name: "limit",
  promise: "one user may ask the model so much in a minute, and that is counted for each user",
  page: "gate-the-chat-route",
  lines: `const refusal = refuseTooMany(userId, "answer");
if (refusal) return refusal;`,
  async run(app, found) {
    if (!(await app.answers())) throw new CheckSkipped("it takes an answer of the model");

    const { a, b } = app;
    const answers = await Promise.all(Array.from({ length: many }, () => askOnce(app, a)));
    const refused = answers.find(({ status }) => status === 429);
    const [first = await askOnce(app, a)] = answers;
    found.judge(refused ?? first, Number(refused?.retryAfter) > 0, {
      right: `${a.name} asks ${many} questions at once. What is too much is refused, with the time to wait.`,
      wrong: refused
        ? "The refusal has no Retry-After in seconds, so nobody knows when to ask again."
        : `${a.name} asks ${many} questions at once, and none is refused. You pay for each of them.`,
    });

    const answer = await askOnce(app, b);
    found.judge(answer, answer.hasWords === true, {
      right: `${b.name} has asked little, and gets an answer.`,
      wrong: `${b.name} has asked little, and is refused for what ${a.name} has asked.`,
    });
  },
} as const satisfies Attack;

const askOnce = (app: App, as: User) => app.probe({ ...app.chatRequest(), as, isOnce: true });
