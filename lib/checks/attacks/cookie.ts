import { CheckSkipped } from "../aborted";
import type { Attack } from "../attack";
import type { SetCookie } from "../transport";

export const cookie = {
  name: "cookie",
  promise: "the session cookie is out of reach",
  page: "mount-the-handlers",
  async run(app, found) {
    const users = [app.a, app.b];
    if (!users.some(({ signedIn }) => signedIn)) {
      throw new CheckSkipped("--cookie-a and --cookie-b were given, so no cookie was seen being set");
    }

    for (const { name, signedIn } of users) {
      if (!signedIn) continue;
      const ofSession = signedIn.setCookies.filter(({ name }) => /session/i.test(name));
      const cookies = ofSession.length > 0 ? ofSession : signedIn.setCookies;
      const faults = cookies.flatMap((cookie) => faultsOf(cookie, app.origin));
      const shown = cookies.map(({ name, attributes }) => `\`${name}\`: ${attributes.join(", ")}`);
      found.judge(signedIn, cookies.length > 0 && faults.length === 0, {
        right: `${name}’s sign-in set the cookie ${shown.join("; ")}.`,
        wrong: faults.join(" ") || `${name}’s sign-in set no cookie.`,
      });
    }
  },
} as const satisfies Attack;

/** What makes a session's cookie easier to steal or to use than it has to be. */
function faultsOf({ name, httpOnly, sameSite, secure }: SetCookie, origin: string) {
  const faults = [];
  if (!httpOnly) faults.push(`The cookie ${name} is not HttpOnly: any script on the page can read it.`);
  if (!/^(lax|strict)$/i.test(sameSite ?? "")) {
    const given = sameSite ?? "(none given)";
    faults.push(`The cookie ${name} has SameSite=${given}: other sites’ requests carry it. Lax will do.`);
  }
  if (!secure && origin.startsWith("https:")) {
    faults.push(`The cookie ${name} is not Secure, on https: set better-auth’s base URL to ${origin}.`);
  }
  return faults;
}
