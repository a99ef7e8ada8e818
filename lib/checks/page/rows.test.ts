import { beforeEach, describe, expect, test, vi } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { checkBrowsers } from "~/lib/sandbox/protocol/addresses";
import { attacks } from "../attacks";
import { isExpectedToFail } from "../expected-failures";
import { DemoApp } from "./demo-app";
import { faults } from "./faults";
import { FixtureApp, json } from "./fixture-app";
import { notOnPage, rows } from "./rows";
import { holds, runRow } from "./run";

let app: FixtureApp;
beforeEach(() => {
  app = new FixtureApp();
});

async function run(name: string) {
  const row = rows.find((row) => row.name === name);
  if (!row) throw new Error(`There is no row ${name}.`);
  const attacked = new DemoApp(app);
  await attacked.signInBoth();
  return runRow(row, attacked);
}

test.each(rows.map(({ name }) => name))(
  "%s holds for an app without a fault, and judges every request",
  async (name) => {
    const found = await run(name);
    expect(found.steps.filter(({ verdict }) => !verdict?.isRight)).toEqual([]);
    expect(found.steps.length).toBeGreaterThan(2);
    expect(holds(found)).toBe(true);
  },
);

test.each(faults)("%s does not hold for an app that %s", async (row, _, instead) => {
  app.instead = (seen) => instead(seen, app);
  const found = await run(row);
  expect(holds(found)).toBe(false);
  expect(found.steps.some(({ verdict }) => verdict?.isRight === false)).toBe(true);
});

test("a row does not hold where an attack could not be made, and says why", async () => {
  app.instead = ({ path }) => (path === "/api/chat" ? json(404, {}) : undefined);
  const found = await run("chat");
  expect(holds(found)).toBe(false);
  expect(found.steps.at(-1)?.verdict?.text).toContain("your app has no POST /api/chat (404)");
});

test("sign-out does not hold where the old cookie was gone before it was tried", async () => {
  const send = app.fetch.bind(app);
  app.fetch = (url, init) => send(url, { ...init, headers: {} });
  const found = await run("sign-out");
  expect(holds(found)).toBe(false);
  const texts = found.steps.map(({ verdict }) => verdict?.text);
  expect(texts).toContain("The old cookie did not come along, so this shows nothing.");
});

test("without a cookie and with a forged one asks the browser to which nobody signs in, and leaves it empty", async () => {
  const found = await run("chat");
  const strangers = found.steps.map(({ answer }) => answer.request.as).filter((as) => typeof as === "string");
  expect(strangers).toEqual(["no-cookie", "forged-cookie"]);
  const [without, forged] = app.seen.filter(({ stranger }) => stranger);
  expect(without).toMatchObject({ stranger: "no-cookie", simulation: null });
  expect(forged).toMatchObject({ stranger: "forged-cookie", simulation: null });
  expect(found.steps.map(({ answer }) => answer.hadCookie)).toEqual([true, true, false, true]);
  expect(app.jars.has("e")).toBe(false);
});

test("the forged cookie has the name of the session's, and is gone when it was tried", async () => {
  const name = "__Secure-better-auth.session_token";
  app.cookie.name = name;
  const setCookie = vi.spyOn(app, "setCookie");
  await run("chat");
  const path = "/demo/e";
  const gone = { name, path, value: undefined };
  const forged = { name, path, value: expect.stringMatching(/^\w{32}\.\S{40,}$/) };
  expect(setCookie.mock.calls.map(([cookie]) => cookie)).toEqual([gone, gone, forged, gone]);
});

test.each([
  ["is not HttpOnly", { httpOnly: false }],
  ["has no SameSite", { sameSite: null }],
  ["goes to other sites", { sameSite: "None" }],
])("cookie does not hold for one that %s", async (_, attributes) => {
  Object.assign(app.cookie, attributes);
  expect(holds(await run("cookie"))).toBe(false);
});

describe("where a script can overwrite the cookie, whatever the answer said of it,", () => {
  /** The browsers whose cookie was overwritten have no session until their user signs in again. */
  function letOverwrite(browsers: string[]) {
    const overwritten = new Set<string>();
    app.setCookie = ({ path, value }) => {
      const browser = path.split("/")[2] ?? "";
      if (browsers.includes(browser) && value === "overwritten") overwritten.add(browser);
    };
    app.instead = ({ browser, path }) => {
      if (path.endsWith("/sign-in/email")) overwritten.delete(browser);
      return path.endsWith("/get-session") && overwritten.has(browser) ? json(200, null) : undefined;
    };
  }

  test("cookie does not hold if another user's cannot be overwritten", async () => {
    letOverwrite([checkBrowsers.alice]);
    const found = await run("cookie");
    const wrong = found.steps.filter(({ verdict }) => !verdict?.isRight);
    expect(wrong.map(({ verdict }) => verdict?.text)).toEqual([
      "A script on this page could overwrite the cookie.",
    ]);
  });

  test("it is the browser's doing if every one can, and is said to be", async () => {
    letOverwrite([checkBrowsers.alice, checkBrowsers.bob]);
    const found = await run("cookie");
    expect(holds(found)).toBe(true);
    expect(found.notes.join()).toContain("It still lets no script read it.");
  });
});

test("the rows make every attack of the verifier, each in one of them, and of the others it is said why not", () => {
  const made = rows.flatMap(({ attacks }) => attacks);
  for (const attack of attacks) {
    const isOnPage = notOnPage[attack.name] === undefined;
    expect(
      made.filter((other) => other === attack),
      attack.name,
    ).toHaveLength(isOnPage ? 1 : 0);
  }
});

test.each([
  ["chat-without-gate", ["chat", "sign-out"]],
  ["list-without-where", ["list", "second-user"]],
  ["message-without-ownership", ["ownership", "input"]],
  ["patch-spreads-body", ["mass-assignment", "input"]],
  ["cookie-existence-is-no-session", ["chat", "sign-out"]],
  ["no-reload-on-auth", []],
])("with %s on, these must fail: %j", (mistake, names) => {
  expect(rows.filter((row) => isExpectedToFail(row, [mistake])).map(({ name }) => name)).toEqual(names);
});

test("every mistake on the server makes a row fail, and none of those in the browser does", () => {
  for (const { name, side } of mistakes) {
    expect(
      rows.some((row) => isExpectedToFail(row, [name])),
      name,
    ).toBe(side === "server");
  }
});
