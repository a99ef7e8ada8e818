import type { Page } from "@playwright/test";
import { expect } from "../support/test";
import {
  answered,
  ask,
  choose,
  composer,
  makeThread,
  messages,
  openApp,
  password,
  release,
  signUp,
  test,
  threadButton,
  threadList,
} from "./app";

test.describe("a session that ends while its user writes", () => {
  test.beforeEach(({ allowConsole }) => allowConsole(/status of 401/, /signed out \(401\)/));

  test("gives the same user thread and question back, and keeps nothing in the browser", async ({ page }) => {
    const user = await openApp(page);
    const thread = await makeThread(page, "Harbour", "Where is the harbour?");
    await page.goto(`/?thread=${thread}`);
    await expect(messages(page)).toContainText("Where is the harbour?");

    await endSession(page);
    await ask(page, "A long question\nin two lines");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(await storedText(page)).not.toContain("A long question");

    await signInAgain(page, user.email);
    await expect(composer(page)).toHaveValue("A long question\nin two lines");
    await expect(messages(page)).toContainText("Where is the harbour?");
    await expect(page).toHaveURL(new RegExp(`thread=${thread}`));

    await page.getByRole("button", { name: "Send" }).click();
    await answered(page);
    await expect(messages(page).getByText("A long question")).toHaveCount(2);
  });

  test("gives back the first question of a thread, which was not made", async ({ page }) => {
    const user = await openApp(page);
    await endSession(page);
    await ask(page, "The first question");
    await signInAgain(page, user.email);
    await expect(composer(page)).toHaveValue("The first question");
    await expect(threadList(page)).toContainText("No threads yet.");
  });

  test("gives back a draft that was not sent, when something else meets the end", async ({ page }) => {
    const user = await openApp(page);
    await makeThread(page, "Harbour");
    await page.reload();
    await composer(page).fill("Half a thought");
    await endSession(page);
    await choose(page, "Harbour", "Archive");
    await signInAgain(page, user.email);
    await expect(composer(page)).toHaveValue("Half a thought");
  });

  test("gives another user nothing of it", async ({ page, browser, baseURL }) => {
    const elsewhere = await browser.newPage({ baseURL: String(baseURL) });
    const other = await signUp(elsewhere, "Bob");
    await elsewhere.close();

    const user = await openApp(page);
    await endSession(page);
    await ask(page, "Alice's own words");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
    await signInAgain(page, other.email);
    await expect(composer(page)).toHaveValue("");
    await expect(page.locator("body")).not.toContainText("Alice's own words");
    expect(await storedText(page)).not.toContain("own words");
    expect(sent.join("\n")).not.toContain("own words");

    // It is gone for good.
    await endSession(page);
    await ask(page, "Bob's");
    await signInAgain(page, user.email);
    await expect(composer(page)).toHaveValue("");
  });
});

test("a message in an older thread moves that to the top at once, as the server has it", async ({ page }) => {
  await openApp(page);
  for (const title of ["One", "Two", "Three"]) await makeThread(page, title, `About ${title}`);
  await page.reload();
  const titles = threadList(page).getByRole("button", { name: /^(One|Two|Three)/ });
  await expect(titles).toHaveText(["Three", "Two", "One"]);

  await threadButton(page, "One").click();
  await expect(messages(page)).toContainText("About One");
  const words = crypto.randomUUID();
  await ask(page, `[hold] ${words}`);
  await expect(titles.first()).toHaveText(/^One/);
  await expect(messages(page).locator(".prose")).toContainText("You said:");
  await release(words);
  await answered(page);
  await expect(titles).toHaveText(["One", "Three", "Two"]);
  await page.reload();
  await expect(titles).toHaveText(["One", "Three", "Two"]);
});

test("a message that is too long is said to be, stays in the composer, and makes no thread", async ({
  page,
}) => {
  await openApp(page);
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") posts.push(request.url());
  });
  const text = "x".repeat(70_000);
  await composer(page).fill(text);
  await expect(page.getByText(/too long to send, by about [\d,]+ characters/)).toBeVisible();
  await composer(page).press("Enter");
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();
  expect((await composer(page).inputValue()).trimEnd()).toBe(text);
  expect(posts).toEqual([]);

  await composer(page).fill("x".repeat(60_000));
  await page.getByRole("button", { name: "Send" }).click();
  await answered(page);
});

test("a name that the user gives in another tab wins over the automatic title, in this tab too", async ({
  page,
}) => {
  await openApp(page);
  let given = "";
  await page.route("**/title", async (route) => {
    const response = await route.fetch();
    const [, thread = ""] = /threads\/([^/]+)\/title/.exec(route.request().url()) ?? [];
    await page.request.patch(`/api/threads/${thread}`, {
      data: { title: "Given" },
      headers: { Origin: new URL(page.url()).origin },
    });
    given = thread;
    await route.fulfill({ response });
  });
  await ask(page, "Where is the harbour?");
  await answered(page);
  await expect(threadButton(page, "Given")).toBeVisible();
  expect(given).not.toBe("");
});

/** Ends the session on the server. The page is not told. */
async function endSession(page: Page) {
  const { origin } = new URL(page.url());
  const response = await page.request.post("/api/auth/sign-out", { headers: { Origin: origin }, data: {} });
  expect(response.ok()).toBe(true);
}

async function signInAgain(page: Page, email: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await composer(page).waitFor();
}

const storedText = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
