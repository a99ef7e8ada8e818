import { verifierCommand } from "../../../lib/checks/verifier-command";
import { expectNoOverflow, expectNoViolations } from "../support/test";
import { Checklist, refusals } from "./checklist";
import { DemoBrowser, expect, sendFromPage, test } from "./guide";

const path = "/docs/run-and-verify";

const titles = [
  "The chat needs a session",
  "The list holds your own threads only",
  "A second user sees another list",
  "The cookie is HttpOnly and travels by itself",
  "Another user’s thread is out of reach",
  "No field moves a thread to another user",
  "Another site cannot write",
  "A bad body is refused",
  "What a user wrote stays",
  "After sign-out the cookie is worth nothing",
];

const allHold = `${titles.length} of ${titles.length} hold`;

test("runs every check; all hold, and each shows its requests and why they are right", async ({
  page,
  allowConsole,
}) => {
  allowConsole(refusals);
  await page.goto(path);
  const list = new Checklist(page);
  await list.run();
  await list.expectHeadline(allHold);
  await expect(list.region.getByRole("status")).toHaveText(`${allHold}.`);
  expect(await list.failing()).toEqual([]);

  for (const title of titles) {
    const steps = await list.open(title);
    expect(await steps.count(), title).toBeGreaterThan(2);
    const verdicts = await steps
      .locator(".step-verdict")
      .evaluateAll((all) =>
        all.map(({ textContent, dataset }) => ({ isRight: dataset.right, says: Boolean(textContent) })),
      );
    expect(verdicts, title).toEqual(Array(await steps.count()).fill({ isRight: "true", says: true }));
  }
});

test("a request leads from the cookie to the rows, and the user's id wears its colour", async ({
  page,
  allowConsole,
}) => {
  allowConsole(refusals);
  await page.goto(path);
  const list = new Checklist(page);
  await list.run();
  const steps = await list.open("The list holds your own threads only");
  const ofAlice = steps.nth(2);
  await ofAlice.locator("summary").click();
  await expect(ofAlice).toContainText("alice@example.com");
  await expect(ofAlice.locator(".statement").last()).toContainText(/"threads"."user_id" = 'Al1ce/);
  await expect(ofAlice.locator(".statement").last().locator(".user-id").last()).toHaveText(/Al1ce/);

  const forged = steps.filter({ hasText: "Forged cookie" }).first();
  await forged.locator("summary").click();
  await expect(forged).toContainText("better-auth.session_token");
  await expect(forged).toContainText("getSession() gives null");
});

for (const [mistake, title, failing] of [
  ["chat-without-gate", "A chat route without a gate", [1, 10]],
  ["list-without-where", "A list without the user in its where", [2, 3]],
  ["message-without-ownership", "A message route that does not ask whose thread it is", [5, 8]],
  ["patch-spreads-body", "A PATCH that spreads the body", [6, 8]],
  ["cookie-existence-is-no-session", "A gate that only looks for a cookie", [1, 10]],
] as const) {
  test(`with ${mistake} on, exactly the checks that should fail do`, async ({ page, allowConsole }) => {
    // Some mistakes have the server fail where the example refuses.
    allowConsole(refusals, /status of 500/);
    await page.goto(path);
    const list = new Checklist(page);
    await list.makeMistakes(mistake);
    await list.run();
    expect(await list.failing()).toEqual(failing);
    await expect(list.region.getByText("Switched on in your sandbox")).toContainText(title);
    for (const number of failing) {
      const check = list.region.locator(".check").nth(number - 1);
      await expect(check).toContainText("The mistake that is switched on does this.");
      await check.locator("summary").first().click();
      await expect(check.locator(".check-own-app")).toHaveText(
        `The same in your own app: ${verifierCommand(new URL(page.url()).origin)}`,
      );
    }
    await expect(list.region.locator(".check-own-app")).toHaveCount(failing.length);

    await list.button("Switch off and run").click();
    await list.expectHeadline(allHold);
    await expect(list.region.getByText("Switched on in your sandbox")).toBeHidden();
  });
}

test("a mistake in the browser's code breaks none, and is said to", async ({ page, allowConsole }) => {
  allowConsole(refusals);
  await page.goto(path);
  const list = new Checklist(page);
  await list.makeMistakes("no-reload-on-auth");
  await list.run();
  expect(await list.failing()).toEqual([]);
  await expect(list.region.getByText("no answer of the server shows it")).toBeVisible();
});

test("a cookie that a script can reach does not hold, even if the answer says HttpOnly", async ({
  page,
  allowConsole,
}) => {
  allowConsole(refusals);
  await page.route("**/demo/c/api/auth/sign-in/email", async (route) => {
    const response = await route.fetch();
    const cookie = response.headers()["set-cookie"]?.replace("; HttpOnly", "") ?? "";
    await route.fulfill({ response, headers: { ...response.headers(), "set-cookie": cookie } });
  });
  await page.goto(path);
  const list = new Checklist(page);
  await list.run();
  expect(await list.failing()).toEqual([4]);
  await expect(list.check("The cookie is HttpOnly").locator(".check-title small")).toHaveText(
    "A script on this page could overwrite the cookie.",
  );
});

test("leaves the two browsers of the page as they were, and no thread of its own", async ({
  page,
  allowConsole,
}) => {
  allowConsole(refusals);
  await page.goto(path);
  const a = new DemoBrowser(page, "Browser A");
  await a.signInAs("Bob");
  const before = (await sendFromPage(page, "/demo/a/api/threads")).text;
  const list = new Checklist(page);
  await list.run();
  await list.expectHeadline(allHold);
  await expect(a.frame.getByRole("status")).toHaveText("Signed in as Bob.");
  expect((await sendFromPage(page, "/demo/a/api/threads")).text).toBe(before);
  for (const browser of ["c", "d", "e"]) {
    expect((await sendFromPage(page, `/demo/${browser}/api/auth/get-session`)).text).toBe("null");
  }
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ path }) => /^\/demo\/[cde]/.test(path))).toEqual([]);
});

test("says what stopped it, and runs on another try", async ({ page, allowConsole }) => {
  allowConsole(refusals, /status of 429/);
  await page.goto(path);
  const list = new Checklist(page);
  await page.route("**/demo/d/api/threads", (route) =>
    route.fulfill({ status: 429, json: { code: "TOO_MANY_REQUESTS", message: "Wait a moment." } }),
  );
  await list.region.scrollIntoViewIfNeeded();
  await list.button("Run the checks").click();
  await expect(list.region.getByRole("alert")).toHaveText("Wait a moment.");
  const words = list.region.locator(".check-word");
  await expect(words.nth(0)).toHaveText("holds");
  await expect(words.nth(1)).toHaveText("could not run");
  await expect(words.nth(2)).toHaveText("not run");

  await page.unroute("**/demo/d/api/threads");
  await list.button("Try again").click();
  await list.expectHeadline(allHold);
});

test("without a connection it says so", async ({ page, context, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(path);
  const list = new Checklist(page);
  await list.region.scrollIntoViewIfNeeded();
  await expect(list.button("Run the checks")).toBeEnabled();
  // What else has come near is still loading.
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await list.button("Run the checks").click();
  await expect(list.region.getByRole("alert")).toContainText("Check your connection");
});

test("a reset of the demo takes its results away", async ({ page, allowConsole }) => {
  allowConsole(refusals);
  await page.goto(path);
  const list = new Checklist(page);
  await list.run();
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await page.getByRole("button", { name: "Reset the demo" }).click();
  await expect(list.button("Run the checks")).toBeEnabled();
  await expect(list.region.locator(".check-word")).toHaveText(titles.map(() => "not run"));
});

test("comes when it is near, and can be used with the keyboard alone", async ({ page, allowConsole }) => {
  allowConsole(refusals);
  await page.goto(path);
  const list = new Checklist(page);
  await expect(list.button("Run the checks")).toBeDisabled();
  await list.region.scrollIntoViewIfNeeded();
  await expect(list.button("Run the checks")).toBeEnabled();

  await list.button("Run the checks").focus();
  await page.keyboard.press("Enter");
  await list.expectHeadline(allHold);
  await expect(list.button("Run again")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(
    list
      .check(titles[0] ?? "")
      .getByText("alice@example.com")
      .first(),
  ).toBeVisible();
});

test("axe finds nothing in it, opened, with checks that do not hold, and it fits a phone", async ({
  page,
  allowConsole,
}) => {
  allowConsole(refusals, /status of 500/);
  await page.goto(path);
  const list = new Checklist(page);
  await list.makeMistakes("patch-spreads-body");
  await list.run();
  const steps = await list.open("No field moves a thread to another user");
  await steps.first().locator("summary").click();
  await expectNoViolations(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
});

test("without JavaScript it says what it would check, and what to use instead", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.TEST_SITE });
  const page = await context.newPage();
  await page.goto(path);
  const list = new Checklist(page);
  await expect(list.region.locator("noscript strong")).toHaveText("This needs JavaScript.");
  await (await list.open(titles[0] ?? "")).count();
  await expect(list.region.getByText("and 401 to everybody else")).toBeVisible();
  await context.close();
});
