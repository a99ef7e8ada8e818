import { checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { valueAt } from "../answer";
import type { Attempt } from "../attack";
import type { DemoApp } from "./demo-app";

/** What only a browser shows: that the cookie travels by itself, and that a script cannot put another in its place. */
export const scriptAndCookie: Attempt<DemoApp> = {
  name: "cookie",
  async run(app, found) {
    const { a } = app;
    const asked = await app.send("GET", app.paths.threads, { as: a });
    found.judge(asked, asked.status === 200 && asked.trace?.session?.userId === a.id, {
      right: `\`fetch("${app.paths.threads}")\` names no cookie. The browser sent it, and the answer is ${a.name}’s.`,
      wrong: `The browser was not known as ${a.name}’s.`,
    });

    const session = a.signedIn?.setCookies.find(({ name }) => name.includes("session_token"));
    if (!session) return;
    const path = demoPath(checkBrowsers.alice);
    app.environment.setCookie({ name: session.name, path, value: "overwritten" });
    const still = await app.send("GET", `${app.paths.auth}/get-session`, { as: a });
    const isStill = valueAt(still.json, "user", "id") === a.id;
    found.judge(still, isStill, {
      right: `A script on this page tried to overwrite the cookie. The browser did not let it: this is still ${a.name}.`,
      wrong: "A script on this page could overwrite the cookie.",
    });
    if (!isStill) await app.signIn(a);
  },
};
