import type { TracedCookie } from "~/lib/sandbox/protocol/trace";
import type { Check } from "../check";
import { textAt } from "../client";

export const cookie: Check = {
  name: "cookie",
  title: "The cookie is HttpOnly and travels by itself",
  promise:
    "Scripts cannot reach the session’s cookie, and the browser sends it with every request of the same origin.",
  covers: ["handler", "cookie"],
  page: "mount-the-handlers",
  async run(client, found) {
    const { alice, surroundings } = client;
    found.expect(await client.send(alice, "GET", "/api/auth/ok"), [200], {
      right: "better-auth’s handlers are mounted.",
      wrong: "better-auth’s handlers do not answer.",
    });

    const session = alice.signedIn.trace?.cookiesOut.find(({ name }) => name.includes("session_token"));
    const missing = session ? missingIn(session, surroundings.isHttps) : ["cookie"];
    found.judge(alice.signedIn, missing.length === 0, {
      right: `Alice’s sign-in set the cookie \`${session?.name}\`: HttpOnly, SameSite=${session?.sameSite}${session?.secure ? ", Secure" : ""}.`,
      wrong: `Alice’s sign-in set no ${missing.join(" and no ")}.`,
    });

    const asked = await client.send(alice, "GET", "/api/threads");
    found.judge(asked, asked.status === 200 && asked.trace?.session?.userId === alice.id, {
      right: '`fetch("/api/threads")` names no cookie. The browser sent it, and the answer is Alice’s.',
      wrong: "The browser was not known as Alice’s.",
    });

    if (!session) return;
    surroundings.overwrite({ name: session.name, path: session.path ?? "/" });
    const still = await client.send(alice, "GET", "/api/auth/get-session");
    const isStill = textAt(still.json, "user", "id") === alice.id;
    found.judge(still, isStill, {
      right:
        "A script on this page tried to overwrite the cookie. The browser did not let it: this is still Alice.",
      wrong: "A script on this page could overwrite the cookie.",
    });
    if (!isStill) await client.signIn(alice, client.bob);
  },
};

function missingIn({ httpOnly, sameSite, secure }: TracedCookie, isHttps: boolean) {
  const isStrict = /^(lax|strict)$/i.test(sameSite ?? "");
  return [
    ...(httpOnly ? [] : ["HttpOnly"]),
    ...(isStrict ? [] : ["SameSite=Lax"]),
    ...(secure || !isHttps ? [] : ["Secure"]),
  ];
}
