import { isAbsent, valueAt } from "../../answer";
import type { Attack } from "../../attack";

export const signOut = {
  name: "sign-out",
  promise: "a cookie is worth nothing after sign-out",
  page: "run-and-verify",
  lines: "const session = await auth.api.getSession({ headers: await headers() });",
  async run(app, found) {
    const { auth, threads } = app.paths;
    const user = await app.lastSession(app.a);
    const session = await app.send("GET", `${auth}/get-session`, { as: user });
    found.need(session, hasUser(session.json), `${user.name} is signed in.`, ", without a session");
    const list = await app.probe({ method: "GET", path: threads, as: user });

    // The browser of whoever signs out drops the cookie. A thief's does not.
    const simulate = "keep-cookies";
    const left = await app.send("POST", `${auth}/sign-out`, { as: user, body: {}, simulate });
    const kept = `${user.name} signs out: the session’s row is deleted. The browser keeps the cookie, as a thief’s would.`;
    found.need(left, left.status === 200, kept, ", not 200");

    // Each of these answers may say that the browser shall drop the cookie.
    const old = { as: user, simulate, sender: "with the cookie from before" } as const;
    const after = await app.send("GET", `${auth}/get-session`, old);
    found.judge(after, after.hadCookie && after.status < 500 && !hasUser(after.json), {
      right: "The old cookie came along, and leads to no session.",
      wrong: after.hadCookie
        ? "The old cookie still leads to a session: a cookie cache keeps it alive."
        : "The old cookie did not come along, so this shows nothing.",
      mismatch: ", and the session is still good",
    });
    if (list.status === 200) {
      found.expect(await app.send("GET", threads, old), [401], {
        right: "With the old cookie there is no list.",
        wrong: "With the old cookie there is still a list.",
      });
    }
    const asked = await app.ask(old);
    if (isAbsent(asked)) return;
    found.expect(asked, [401], {
      right: "And no chat.",
      wrong: "With the old cookie the model still answers.",
    });
  },
} as const satisfies Attack;

const hasUser = (session: unknown) => Boolean(valueAt(session, "user"));
