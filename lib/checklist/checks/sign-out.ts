import type { Check } from "../check";
import { textAt } from "../client";

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

    const session = await client.send(alice, "GET", "/api/auth/get-session");
    found.judge(session, session.status === 200 && textAt(session.json, "user", "id") === undefined, {
      right: "The old cookie came along, and leads to no session.",
      wrong: "The old cookie still leads to a session: a cookie cache keeps it alive.",
    });
    found.expect(await client.send(alice, "GET", "/api/threads"), [401], {
      right: "With the old cookie there is no list.",
      wrong: "With the old cookie there is still a list.",
    });
    found.expect(await client.ask(alice), [401], {
      right: "And no chat.",
      wrong: "With the old cookie the model still answers.",
    });
  },
};
