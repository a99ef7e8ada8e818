import { afterEach, expect, test } from "vitest";
import { attacks } from "~/lib/checks/attacks";
import { startOtherApp } from "../support/other-app";
import { runVerifier } from "../support/verifier";

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

test("in Markdown it is a table, of what failed and what was not checked", async () => {
  const app = await startOtherApp(({ route, user }) =>
    user && route === "DELETE /api/threads/{id}" ? { status: 204 } : undefined,
  );
  stop = app.stop;
  const { code, stdout } = await runVerifier(["--markdown", app.url]);
  expect(code).toBe(1);
  const [title, , counts, , head, rule, ...rows] = stdout.trimEnd().split("\n");
  expect(title).toBe(`## verify.mjs: ${app.url}`);
  expect(counts).toBe("10 hold, 2 fail, 9 not checked.");
  expect([head, rule]).toEqual(["| check | result | what failed |", "| --- | --- | --- |"]);
  expect(rows).toHaveLength(attacks.length);
  expect(rows.find((row) => row.includes("**ownership**"))).toMatch(
    /✗ \*\*does not hold\*\* \| DELETE .*by its id alone\..*<br>\[Why, and what to do\]\(\/docs\/[\w-]+\) \|$/,
  );
  expect(rows.find((row) => row.includes("**chat**"))).toContain("| – not checked | your app has no POST");
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
});

test("in Markdown, too, what stopped it is told, and nothing that an app says becomes markup", async () => {
  const app = await startOtherApp(({ route }) =>
    route.includes("sign-up") ? { status: 400, body: { message: "a | b <img> [c](d)" } } : undefined,
  );
  stop = app.stop;
  const { code, stdout } = await runVerifier(["--markdown", app.url]);
  expect(code).toBe(2);
  expect(stdout).toContain("**Could not verify:** POST /api/auth/sign-up/email");
  expect(stdout).toContain("a \\| b \\<img\\> \\[c\\](d)");
});
