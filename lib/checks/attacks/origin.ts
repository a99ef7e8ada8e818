import { act, provenActions } from "../actions";
import { isAbsent } from "../answer";
import type { Attack } from "../attack";
import { newThread, rememberThread, seeThread, threadBody } from "../threads";

export const origin = {
  name: "origin",
  promise: "another site cannot write with a user's cookie",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a } = app;
    const actions = await provenActions(app, found);
    const thread = await newThread(app, a, found, `From the app’s own page, ${a.name} may make a thread.`);
    const before = await seeThread(app, a, thread);
    found.need(before.answer, before.isSeen, "This is how it looks.");

    const from = { as: a, simulate: "foreign-origin" } as const;
    const meaning = (what: string) => ({
      right: `The cookie is good, the origin is not: another site cannot ${what}.`,
      wrong: `Another site can ${what} with ${a.name}’s cookie.`,
    });
    const made = await app.send("POST", app.paths.threads, { ...from, body: threadBody(app) });
    rememberThread(app, made, a);
    found.expectRefusal(made, meaning("make a thread"));
    for (const action of actions.filter(({ method }) => method !== "GET")) {
      found.expectRefusal(await act(app, action, thread, from), meaning(anyThread[action.name]));
    }
    if (app.mayChat) {
      const asked = await app.ask(from);
      if (!isAbsent(asked)) found.expectRefusal(asked, meaning("ask the model"));
    }

    const after = await seeThread(app, a, thread);
    found.judge(after.answer, after.isSeen && after.shown === before.shown, {
      right: "The thread is as it was.",
      wrong: "The thread is no longer as it was.",
    });
  },
} as const satisfies Attack;

/** What an action does, to whichever thread. */
const anyThread = {
  read: "read a thread",
  "read messages": "read messages",
  rename: "rename one",
  "write message": "write a message",
  delete: "delete a thread",
};
