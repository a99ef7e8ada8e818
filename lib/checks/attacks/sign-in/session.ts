import { isAbsent, valueAt } from "../../answer";
import type { App } from "../../app";
import type { Attack } from "../../attack";
import { CheckSkipped, type Findings } from "../../findings";
import type { User } from "../../request";

export const session = {
  name: "session",
  promise: "a session ends everywhere when it is revoked, and is renewed with its cookie",
  page: "mount-the-handlers",
  lines: "const session = await auth.api.getSession({ headers: await headers() });",
  async run(app, found) {
    const user = await app.spareSession(app.a);
    const { auth, threads } = app.paths;
    for (const path of [threads, "/"]) await renew(app, user, path, found);

    const list = await app.send("GET", threads, { as: user });
    const current = await app.send("GET", `${auth}/get-session`, { as: user });
    const token = valueAt(current.json, "session", "token");
    const isSignedIn = Boolean(valueAt(current.json, "user"));
    found.need(current, isSignedIn, `${user.name} is signed in a second time.`, ", without a session");

    const page = await app.send("GET", "/", { as: user });
    found.judge(page, typeof token !== "string" || !page.text.includes(token), {
      level: "should",
      right: "The page does not hold the session’s token.",
      wrong: "The page’s HTML holds the session’s token, for whatever reads or keeps that HTML.",
    });

    const path = `${auth}/revoke-session`;
    const revoked = await app.send("POST", path, { as: app.a, body: { token } });
    if (isAbsent(revoked)) throw new CheckSkipped(`your app has no POST ${path} (${revoked.status})`);
    found.need(
      revoked,
      revoked.status === 200,
      `${user.name} ends that session from elsewhere.`,
      ", not 200",
    );

    const ended = { as: user, sender: "with the cookie of a revoked session" };
    const after = await app.send("GET", `${auth}/get-session`, ended);
    found.judge(after, !valueAt(after.json, "user"), {
      right: "The cookie leads to no session.",
      wrong: "The cookie still leads to a session: a copy of it is kept somewhere.",
    });
    if (list.status !== 200) return;
    found.expect(await app.send("GET", threads, ended), [401], {
      right: "It opens no list.",
      wrong: "It still opens the list: a copy of the session is kept somewhere.",
    });
  },
} as const satisfies Attack;

/** A session whose end moves in the database must move in the browser, too, or its user is signed out in the middle. */
async function renew(app: App, user: User, asked: string, found: Findings) {
  const path = `${app.paths.auth}/get-session`;
  const look = { as: user, query: { disableRefresh: "true" } };
  const end = async () =>
    valueAt((await app.probe({ method: "GET", path, ...look })).json, "session", "expiresAt");
  const before = await end();
  // A database may keep times in whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const answer = await app.send("GET", asked, { as: user });
  const after = await end();
  found.judge(answer, before === after || answer.setCookies.length > 0, {
    level: "should",
    right:
      before === after ? "The session’s end is where it was." : "The session is renewed with its cookie.",
    wrong: `The session’s end moved to ${after}, and no cookie came with it: the browser drops the old one at ${before}.`,
  });
}
