import { expect, expectNoViolations } from "../support/test";
import { answered, ask, composer, messages, openApp, refusal, test, threadButton, threadList } from "./app";

const refused = { ...refusal("You have asked a lot.", 429), headers: { "Retry-After": "50" } };

test("whoever has asked too often sees for how long, keeps what they write, and can ask again", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 429/, /asked a lot/);
  await page.clock.install();
  await openApp(page);
  await page.route("**/api/chat", (route) => route.fulfill(refused));
  await ask(page, "Where is the harbour?");
  await expect(messages(page).getByRole("alert")).toHaveText(/^You have asked a lot\./);
  await expect(page.getByText(/^You can ask again in (50|4\d) s\.$/)).toBeVisible();
  const tryAgain = messages(page).getByRole("button", { name: "Try again" });
  await expect(tryAgain).toBeDisabled();

  await composer(page).fill("And the lighthouse?");
  await composer(page).press("Enter");
  await expect(composer(page)).toHaveValue(/^And the lighthouse\?/);
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  await expectNoViolations(page);

  await threadList(page).getByRole("button", { name: "New thread", exact: true }).first().click();
  await page.getByRole("button", { name: "What happens on sign-out?" }).click();
  await expect(composer(page)).toHaveValue("What happens on sign-out?");
  await threadButton(page, "About Where is the").click();
  await page.clock.fastForward(20_000);
  await expect(page.getByText(/^You can ask again in (30|2\d) s\.$/)).toBeVisible();
  await page.unroute("**/api/chat");
  await page.clock.fastForward(30_000);
  await expect(page.getByText(/^You can ask again/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled();
  await tryAgain.click();
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
});

test("a title that is refused disturbs nobody, and comes with a later answer", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 429/, /title/);
  await openApp(page);
  await page.route("**/title", (route) => route.fulfill(refused));
  await ask(page, "Where is the harbour?");
  await answered(page);
  await expect(threadList(page).getByRole("button", { name: /^More for / })).toHaveCount(1);
  await expect(threadButton(page, "About Where is the")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: "asked a lot" })).toHaveCount(0);

  await page.unroute("**/title");
  await ask(page, "And the lighthouse?");
  await expect(messages(page).locator(".prose")).toHaveCount(2);
  await expect(threadButton(page, "About Where is the")).toBeVisible();
});
