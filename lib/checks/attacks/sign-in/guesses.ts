import { isAbsent } from "../../answer";
import type { App } from "../../app";
import type { Attack } from "../../attack";
import { CheckSkipped } from "../../findings";
import type { Request, User } from "../../request";

/** Twice as many as the guide's example takes, and few enough to be over soon. */
const tries = 20;

export const guesses = {
  name: "guesses",
  promise: "guesses of a password are limited, whatever addresses they claim to come from",
  page: "mount-the-handlers",
  lines: "plugins: [\n  limitGuesses(),",
  async run(app, found) {
    const { name, account } = app.b;
    if (!account) throw new CheckSkipped("it would guess your own password; accounts made here are for that");

    const guess = (at: number) => app.probe(signIn(app, app.b, crypto.randomUUID(), at));
    let count = 1;
    let answer = await guess(count);
    if (isAbsent(answer)) throw new CheckSkipped(`your app has no ${answer.request.path} (${answer.status})`);
    while (answer.status === 401 && count < tries) answer = await guess(++count);
    found.judge(answer, answer.status === 429, {
      level: answer.status === 200 ? "must" : "should",
      right: `This was guess ${count} at ${name}’s password, each with another X-Forwarded-For.`,
      wrong: `Guess ${count} at ${name}’s password, each with another X-Forwarded-For, was looked at like the first.`,
      mismatch: ", not 429",
    });
    if (answer.status !== 429) return;

    const last = await app.probe(signIn(app, app.b, account.password, ++count));
    found.judge(last, last.status !== 200, {
      level: "should",
      right: "After it, the right password is refused as well: a guesser does not learn that it is right.",
      wrong: "After it, the right password still signs in: only the answer to the wrong ones has changed.",
    });
  },
} as const satisfies Attack;

/** A sign-in that says it came through a proxy, from an address that nobody has. */
function signIn({ paths }: App, { account }: User, password: string, at: number): Request {
  const address = `203.0.113.${at}`;
  return {
    method: "POST",
    path: `${paths.auth}/sign-in/email`,
    body: { email: account?.email, password },
    headers: { "X-Forwarded-For": address },
    sender: "with a password",
    detail: `X-Forwarded-For: ${address}`,
    isOnce: true,
  };
}
