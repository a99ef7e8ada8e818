import type { Attack } from "../../attack";
import { CheckSkipped } from "../../findings";
import type { SetCookie } from "../../request";

export const cookie = {
  name: "cookie",
  promise: "the session cookie is out of reach",
  page: "mount-the-handlers",
  lines: `baseURL:
  process.env.BETTER_AUTH_URL || \`http://localhost:\${process.env.PORT || 3000}\`,`,
  async run(app, found) {
    for (const { name, signedIn } of [app.a, app.b]) {
      if (!signedIn) {
        throw new CheckSkipped("--cookie-a and --cookie-b were given, so no cookie was seen being set");
      }
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
function faultsOf({ name, attributes }: SetCookie, origin: string) {
  const has = (wanted: RegExp) => attributes.some((attribute) => wanted.test(attribute));
  const faults = [];
  if (!has(/^httponly$/i)) {
    faults.push(`The cookie ${name} is not HttpOnly: any script on the page can read it.`);
  }
  if (!has(/^samesite=(lax|strict)$/i)) {
    const given = attributes.find((attribute) => /^samesite=/i.test(attribute)) ?? "SameSite=(none given)";
    faults.push(`The cookie ${name} has ${given}: other sites’ requests carry it. Lax will do.`);
  }
  if (!has(/^secure$/i) && origin.startsWith("https:")) {
    faults.push(`The cookie ${name} is not Secure, on https: set better-auth’s base URL to ${origin}.`);
  }
  return faults;
}
