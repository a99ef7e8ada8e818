import { expect, inject, test } from "vitest";
import { type CookieFiles, curl } from "../support/curl";
import { writtenPages } from "../support/guide";

const page = writtenPages.find(({ slug }) => slug === "run-and-verify");

/** The commands of the page that stand for a check, in their order. A command ends where the next line is not part of it. */
const commands = (page?.fences ?? [])
  .filter(({ language, code }) => language === "sh" && !code.includes("verify.mjs"))
  .flatMap(({ code }) => code.match(/^curl (?:.*\\\n)*.*(?:\n {4,}.*)*$/gm) ?? []);

/** What the page says that they answer. */
const checks = [
  { title: "two users", statuses: [200, 200] },
  { title: "the chat needs a session", statuses: [401, 200] },
  { title: "the list holds your own threads only", statuses: [201, 200, 200, 401] },
  { title: "a second user sees another list", statuses: [200, 404] },
  { title: "the cookie is HttpOnly and travels by itself", statuses: [200] },
  { title: "four more that are worth a minute", statuses: [404, 400, 403, 200, 401] },
];

test("the commands of Run and verify are answered as the page says", async () => {
  const cookies: CookieFiles = new Map();
  // The example's database is shared with other tests, which have an Alice of their own.
  const domain = `${crypto.randomUUID()}.example.com`;
  // So is its count of sign-ups, which goes by address: as behind a proxy, these have one of their own.
  const from = "-H 'X-Forwarded-For: 10.255.255.1'";
  let thread = "THREAD";

  const rest = [...commands];
  for (const { title, statuses } of checks) {
    const answers = [];
    for (const command of rest.splice(0, statuses.length)) {
      const mine = command
        .replace("curl", `curl ${from}`)
        .replaceAll("http://localhost:3000", inject("addresses").example)
        .replaceAll("@example.com", `@${domain}`)
        .replaceAll("THREAD", thread);
      const answer = await curl(mine, cookies);
      if (answer.status === 201) thread = JSON.parse(answer.text).id;
      answers.push(answer);
    }
    expect(
      answers.map(({ status }) => status),
      title,
    ).toEqual(statuses);

    const [first, second, third] = answers;
    if (title.startsWith("the chat")) {
      expect(first?.text).toBe("Unauthorized");
      expect(second?.text).toContain('data: {"type":"text-delta"');
    }
    if (title.startsWith("the list")) {
      expect(JSON.parse(second?.text ?? "")).toMatchObject([{ id: thread }]);
      expect(third?.text).toBe("[]");
    }
    if (title.startsWith("the cookie")) {
      const shown = /^set-cookie: (.+)$/m.exec(page?.text ?? "")?.[1];
      expect(first?.setCookie?.replace(/=[^;]+/, "=…")).toBe(shown);
    }
  }
  expect(rest).toEqual([]);
});
