import type { Check } from "../check";
import { type Answer, textAt } from "../client";

export const signOut: Check = {
  name: "sign-out",
  title: "After sign-out the cookie is worth nothing",
  promise: "Signing out ends the session on the server. Whoever has copied the cookie has nothing.",
  covers: ["sign-out"],
  page: "run-and-verify",
  async run(client, found) {
    const { alice } = client;
    const before = await client.send(alice, "GET", "/api/threads");
    found.need(before, [200], "Alice is signed in.");
    const left = await client.send(alice, "POST", "/api/auth/sign-out", {
      body: {},
      pretend: "keep-cookies",
    });
    found.need(
      left,
      [200],
      "She signs out: the session’s row is deleted. Her browser keeps the cookie, as a thief’s would.",
    );

    // To each of these the app may answer that the browser shall drop the cookie, and a thief's would not.
    const old = { pretend: "keep-cookies" } as const;
    const session = await client.send(alice, "GET", "/api/auth/get-session", old);
    const isOver = session.status === 200 && textAt(session.json, "user", "id") === undefined;
    found.judge(session, isOver && hasCookie(session), {
      right: "The old cookie came along, and leads to no session.",
      wrong: hasCookie(session)
        ? "The old cookie still leads to a session: a cookie cache keeps it alive."
        : "The old cookie did not come along, so this shows nothing.",
    });
    const list = await client.send(alice, "GET", "/api/threads", old);
    found.judge(list, list.status === 401 && hasCookie(list), {
      right: "With the old cookie there is no list.",
      wrong: "With the old cookie there is still a list.",
    });
    const asked = await client.ask(alice, "keep-cookies");
    found.judge(asked, asked.status === 401 && hasCookie(asked), {
      right: "And no chat.",
      wrong: "With the old cookie the model still answers.",
    });
  },
};

const hasCookie = ({ trace }: Answer) => trace !== null && trace.cookieIn.length > 0;
