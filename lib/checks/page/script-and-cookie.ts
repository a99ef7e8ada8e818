import { checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { valueAt } from "../answer";
import type { Attempt } from "../attack";
import type { DemoApp } from "./demo-app";

/** What only a browser shows: that the cookie travels by itself, and that a script cannot put another in its place. */
export const scriptAndCookie: Attempt<DemoApp> = {
  name: "cookie",
  async run(app, found) {
    const { a, b } = app;
    const asked = await app.send("GET", app.paths.threads, { as: a });
    found.judge(asked, asked.status === 200 && asked.trace?.session?.userId === a.id, {
      right: `\`fetch("${app.paths.threads}")\` names no cookie. The browser sent it, and the answer is ${a.name}’s.`,
      wrong: `The browser was not known as ${a.name}’s.`,
    });

    const hers = await overwrite(app, "alice");
    const tried = "A script on this page tried to overwrite the cookie.";
    if (hers.isStill) {
      found.judge(hers.answer, true, {
        right: `${tried} The browser did not let it: this is still ${a.name}.`,
        wrong: "",
      });
      return;
    }
    // A browser that lets a script overwrite every HttpOnly cookie says nothing of the app.
    const his = await overwrite(app, "bob");
    found.judge(hers.answer, !his.isStill, {
      right: `${tried} This browser let it, although what the app has sent is HttpOnly. That is the browser’s doing.`,
      wrong: "A script on this page could overwrite the cookie.",
    });
    found.show(his.answer, `The same with ${b.name}’s cookie.`);
    if (!his.isStill) {
      found.notes.push(
        "This browser lets a script put another cookie in the place of one that is HttpOnly. It still lets no script read it.",
      );
    }
  },
};

/** Overwrites the cookie of a user's browser as a script can, and sees whether it is still theirs. */
async function overwrite(app: DemoApp, browser: "alice" | "bob") {
  const user = browser === "alice" ? app.a : app.b;
  const path = demoPath(checkBrowsers[browser]);
  for (const { name } of user.signedIn?.setCookies ?? []) {
    if (name.includes("session_token")) app.environment.setCookie({ name, path, value: "overwritten" });
  }
  const answer = await app.send("GET", `${app.paths.auth}/get-session`, { as: user });
  const isStill = valueAt(answer.json, "user", "id") === user.id;
  if (!isStill) await app.signIn(user);
  return { answer, isStill };
}
