import { act } from "../actions";
import type { App } from "../app";
import type { Attack } from "../attack";
import { CheckSkipped, type Findings } from "../findings";
import { ignoreAborted, rememberThread, threadBody } from "../threads";
import { expectSameView, newTargetIfPossible, viewThread } from "../view";

export const gateThreads = {
  name: "gate-threads",
  promise: "every route of the threads asks for a session",
  page: "scope-threads-by-user",
  lines: `const session = await auth.api.getSession({ headers: await headers() });
if (!session) return new Response(null, { status: 401 });`,
  async run(app, found) {
    const { a, paths } = app;
    app.needRoute(await app.probe({ method: "GET", path: paths.threads, as: a }));
    const target = await newTargetIfPossible(app, a, found);
    const actions = (target && app.shape.actions) ?? [];
    const before = target && (await viewThread(app, found, a, target.thread));

    for (const { who, ...stranger } of await strangersTo(app, found)) {
      found.expect(await app.send("GET", paths.threads, stranger), [401], {
        right: `${who} opens no list.`,
        wrong: `${who} opens a list.`,
      });
      if (!target) continue;

      if (!app.shape.makesThreadsByChat) {
        const made = await app.send("POST", paths.threads, { ...stranger, body: threadBody(app) });
        rememberThread(app, made, a);
        found.expect(made, [401], meaningFor(who, "make a thread"));
      }
      for (const action of actions) {
        found.expect(await act(app, action, target, stranger), [401], meaningFor(who, action.does));
      }
    }
    if (target && before) await expectSameView(app, found, a, target.thread, before);
  },
} as const satisfies Attack;

/** Those who have no session, and one whose session has ended. */
async function strangersTo(app: App, found: Findings) {
  const ended = await endedSession(app, found);
  return [
    { as: "no-cookie", who: "A request without a cookie" },
    { as: "forged-cookie", who: "A cookie that nobody signed" },
    ...(ended
      ? [{ as: ended, who: "The cookie of an ended session", sender: "with the cookie of an ended session" }]
      : []),
  ] as const;
}

/** A user's cookie that was good until they signed out. */
async function endedSession(app: App, found: Findings) {
  try {
    const spare = await app.spareSession(app.a);
    const path = `${app.paths.auth}/sign-out`;
    await app.probe({ method: "POST", path, as: spare, body: {}, simulate: "keep-cookies" });
    return spare;
  } catch (error) {
    if (error instanceof CheckSkipped)
      found.notes.push(`Not tried with the cookie of an ended session: ${error.message}.`);
    return ignoreAborted(error);
  }
}

const meaningFor = (who: string, what: string) => ({
  right: `${who} is not enough to ${what}.`,
  wrong: `${who} is enough to ${what}.`,
});
