import { act, provenActions } from "../actions";
import type { Attack } from "../attack";
import { newThreadIfPossible, rememberThread, threadBody } from "../threads";

export const gateThreads = {
  name: "gate-threads",
  promise: "the threads ask for a session",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { a, paths } = app;
    app.needRoute(await app.probe({ method: "GET", path: paths.threads, as: a }));
    const thread = await newThreadIfPossible(app, a, found);
    const actions = thread === undefined ? [] : await provenActions(app, found);
    const strangers = [
      { as: "no-cookie", who: "Nobody is signed in" },
      { as: "forged-cookie", who: "A cookie that nobody signed" },
    ] as const;
    for (const { as, who } of strangers) {
      const isNobody = as === "no-cookie";
      found.expect(await app.send("GET", paths.threads, { as }), [401], {
        right: isNobody ? `${who}: there is no list.` : `${who} opens no list.`,
        wrong: isNobody ? `${who}, and there is a list.` : `${who} opens a list.`,
      });
      if (thread === undefined) continue;

      const made = await app.send("POST", paths.threads, { as, body: threadBody(app) });
      rememberThread(app, made, a);
      found.expect(made, [401], meaningFor(who, "make a thread"));
      for (const action of actions) {
        found.expect(await act(app, action, thread, { as }), [401], meaningFor(who, action.does));
      }
    }
  },
} as const satisfies Attack;

const meaningFor = (who: string, what: string) => ({
  right: `${who}: no way to ${what}.`,
  wrong: `${who}, and that is enough to ${what}.`,
});
