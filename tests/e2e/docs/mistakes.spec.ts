import { DemoBrowser, expect, test, testPage } from "./guide";
import { flip, mistakesPage, openDemo, refusals } from "./mistake-demo";

testPage(mistakesPage, "Break it on purpose");

test.beforeEach(({ allowConsole }) => allowConsole(...refusals));

async function reload(browser: DemoBrowser) {
  await browser.reload();
  await expect(browser.frame.getByRole("status")).toHaveText(/^Signed/);
}

/** Sends a request by hand, and gives the server's answer. */
async function send({ app }: DemoBrowser, title: string) {
  const row = app.getByRole("listitem").filter({ has: app.getByRole("heading", { name: title }) });
  await row.getByRole("button", { name: "Send" }).click();
  // As long as more is to come, it ends with three dots.
  await expect(row.getByRole("status")).toHaveText(/[^…]$/);
  return row.getByRole("status").textContent();
}

test("a signed-out browser chats while the gate is gone, and not before or after", async ({ page }) => {
  const demo = await openDemo(page, "A chat route without a gate");
  const browser = new DemoBrowser(demo);
  const refusal = browser.app.getByText("You are signed out (401).");
  const answer = browser.app.getByRole("link").first();
  await browser.ask("What does the gate check?");
  await expect(refusal).toBeVisible();

  await flip(demo, true);
  await browser.ask("What does the gate check?");
  await expect(answer).toBeVisible();
  await expect(browser.frame.getByRole("status")).toHaveText("Signed out.");

  await flip(demo, false);
  await browser.ask("What does the gate check?");
  await expect(refusal).toBeVisible();
});

test("a forged cookie passes a gate that looks whether there is one, and no other", async ({ page }) => {
  const demo = await openDemo(page, "A gate that only looks for a cookie");
  const browser = new DemoBrowser(demo);
  expect(await send(browser, "Ask with a forged cookie")).toBe("401 Unauthorized");

  await flip(demo, true);
  expect(await send(browser, "Ask the model")).toBe("401 Unauthorized");
  expect(await send(browser, "Ask with a forged cookie")).toMatch(/^200 “\w/);

  await flip(demo, false);
  expect(await send(browser, "Ask with a forged cookie")).toBe("401 Unauthorized");
});

test("each list holds the other's threads while the where is gone", async ({ page }) => {
  const demo = await openDemo(page, "A list without the user in its where");
  const [a, b] = [new DemoBrowser(demo, "Browser A"), new DemoBrowser(demo, "Browser B")];
  const [hers, his] = ["SQL for weekly active users", "Packing list: three days in Lisbon"];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  const expectOwn = async () => {
    await expect(b.threads).toContainText(his);
    await expect(b.threads).not.toContainText(hers);
    await expect(a.threads).toContainText(hers);
    await expect(a.threads).not.toContainText(his);
  };
  await expectOwn();

  await flip(demo, true);
  await expect(b.threads).toContainText(hers);
  await expect(a.threads).toContainText(his);

  await flip(demo, false);
  await expectOwn();
});

test("Bob writes into Alice's thread while nobody asks whose it is", async ({ page }) => {
  const demo = await openDemo(page, "A message route that does not ask whose thread it is");
  const [a, b] = [new DemoBrowser(demo, "Browser A"), new DemoBrowser(demo, "Browser B")];
  const written = a.app.getByText("Alice never wrote this.");
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  expect(await send(b, "Write into Alice’s thread")).toMatch(/^404/);
  await reload(a);
  await expect(a.app.getByText("How do I count weekly active users")).toBeVisible();
  await expect(written).toHaveCount(0);

  await flip(demo, true);
  expect(await send(b, "Write into Alice’s thread")).toMatch(/^201/);
  await reload(a);
  await expect(written).toBeVisible();
});

test("a PATCH gives Bob's thread to Alice while it takes any field", async ({ page }) => {
  const demo = await openDemo(page, "A PATCH that spreads the body");
  const [a, b] = [new DemoBrowser(demo, "Browser A"), new DemoBrowser(demo, "Browser B")];
  const title = "401 or 404 for somebody else's thread?";
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  expect(await send(b, "Give a thread of mine to Alice")).toMatch(/^400.*userId/);
  await reload(a);
  await expect(a.threads).toContainText("SQL for weekly active users");
  await expect(a.threads).not.toContainText(title);

  await flip(demo, true);
  expect(await send(b, "Give a thread of mine to Alice")).toMatch(/^200/);
  await reload(a);
  await expect(a.threads).toContainText(title);
});

test("the model finds Alice's threads for Bob while a tool takes the user's id from it", async ({ page }) => {
  const demo = await openDemo(page, "A tool that takes the user's id from the model");
  const browser = new DemoBrowser(demo);
  await browser.signInAs("Bob");
  const nothing = "200 “I found nothing in your other threads.”";
  expect(await send(browser, "Search Alice’s threads")).toBe(nothing);

  await flip(demo, true);
  expect(await send(browser, "Search my threads")).toBe(nothing);
  expect(await send(browser, "Search Alice’s threads")).toContain("Postmortem: the empty dashboard");

  await flip(demo, false);
  expect(await send(browser, "Search Alice’s threads")).toBe(nothing);
});

test("the list stays as it was after a late sign-in while nobody listens to the session", async ({
  page,
}) => {
  const demo = await openDemo(page, "A list that is asked for once");
  const browser = new DemoBrowser(demo);
  const refusal = "You are signed out (401).";
  const signInLate = async () => {
    await expect(browser.threads).toContainText(refusal);
    await browser.signInAs("Alice");
    await expect(browser.app.getByText("Alice", { exact: true })).toBeVisible();
  };
  await signInLate();
  await expect(browser.threads).toContainText("SQL for weekly active users");
  await browser.signOut();

  await flip(demo, true);
  await signInLate();
  await expect(browser.threads).toContainText(refusal);
  await expect(browser.threads).not.toContainText("SQL for weekly active users");

  await flip(demo, false);
  await expect(browser.threads).toContainText("SQL for weekly active users");
});

test("Alice's conversation is there for Bob while the runtime outlives her", async ({ page }) => {
  const demo = await openDemo(page, "A runtime that outlives its user");
  const browser = new DemoBrowser(demo);
  const message = browser.app.getByText("And if someone copies the cookie?");
  const changeUsers = async () => {
    await browser.signInAs("Alice");
    await browser.threads.getByRole("button", { name: /^Where does the user's id/ }).click();
    await expect(message).toBeVisible();
    await browser.signOut();
    await browser.signInAs("Bob");
    await expect(browser.threads).toContainText("Packing list: three days in Lisbon");
  };
  await changeUsers();
  await expect(message).toHaveCount(0);
  await browser.signOut();

  await flip(demo, true);
  await changeUsers();
  await expect(message).toBeVisible();

  await flip(demo, false);
  await expect(browser.threads).toContainText("Packing list: three days in Lisbon");
  await expect(message).toHaveCount(0);
});

test("a refused rename looks as if it had worked while nobody checks the response", async ({ page }) => {
  const demo = await openDemo(page, "A response that nobody checks");
  const [a, b] = [new DemoBrowser(demo, "Browser A"), new DemoBrowser(demo, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Alice");
  const renameDeleted = async (title: string) => {
    await expect(a.threads).toContainText(title);
    // Chromium scrolls a page no further for a dialog in one of its frames.
    await b.frame.scrollIntoViewIfNeeded();
    await b.threads.getByRole("button", { name: `More for ${title}` }).click();
    await b.threads.getByRole("menuitem", { name: "Delete" }).click();
    await b.app.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(b.threads.getByRole("button", { name: title, exact: true })).toHaveCount(0);

    await a.threads.getByRole("button", { name: `More for ${title}` }).click();
    await a.threads.getByRole("menuitem", { name: "Rename" }).click();
    await a.threads.getByRole("textbox").fill("A better title");
    const refused = page.waitForResponse((response) => response.request().method() === "PATCH");
    await a.threads.getByRole("textbox").press("Enter");
    expect((await refused).status()).toBe(404);
  };

  await renameDeleted("SQL for weekly active users");
  await expect(a.threads.getByRole("alert")).toBeVisible();
  await expect(a.threads).toContainText("SQL for weekly active users");
  await expect(a.threads).not.toContainText("A better title");

  await flip(demo, true);
  await renameDeleted("Names for the new onboarding flow");
  await expect(a.threads).toContainText("A better title");
  await expect(a.threads.getByRole("alert")).toHaveCount(0);
  await reload(a);
  await expect(a.threads).toContainText("Postmortem: the empty dashboard");
  await expect(a.threads).not.toContainText("A better title");
});
