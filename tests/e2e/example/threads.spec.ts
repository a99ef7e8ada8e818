import { expect } from "../support/test";
import {
  answered,
  ask,
  choose,
  composer,
  makeThread,
  messages,
  openApp,
  refusal,
  signUp,
  test,
  threadButton,
  threadList,
} from "./app";

test("the first message starts a thread, which gets a title and keeps it", async ({ page }) => {
  await openApp(page);
  await ask(page, "harbour plans for tomorrow");
  await answered(page);
  await expect(threadButton(page, "About harbour plans for")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("About harbour plans for");

  await page.reload();
  await expect(threadButton(page, "About harbour plans for")).toBeVisible();
});

test("a reload comes back to the open thread", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Older", "Where is the harbour?");
  await makeThread(page, "Newer", "Where is the lighthouse?");
  await page.goto("/");
  await threadButton(page, "Older").click();
  await expect(messages(page)).toContainText("Where is the harbour?");

  await page.reload();
  await expect(messages(page)).toContainText("Where is the harbour?");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Older");
});

test("“New thread” leaves the open one", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await page.goto("/");
  await threadButton(page, "Harbour").click();
  await expect(messages(page)).toContainText("Where is the harbour?");

  await threadButton(page, "New thread").click();
  await expect(page.getByRole("heading", { name: "What would you like to know?" })).toBeVisible();
  await expect(page).not.toHaveURL(/thread=/);
});

test("a new title is shown, kept, and leaves the order as it is", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Older");
  await makeThread(page, "Newer");
  await page.goto("/");
  await choose(page, "Older", "Rename");
  await page.getByRole("textbox", { name: "Title of the thread" }).fill("Oldest");
  const kept = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.keyboard.press("Enter");
  await expect(threadButton(page, "Oldest")).toBeFocused();
  expect((await kept).status()).toBe(200);

  await page.reload();
  await expect(threadList(page).getByText(/Newer|Oldest/)).toHaveText(["Newer", "Oldest"]);
});

test("a rename that the server refuses is taken back, and its words are shown", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/);
  await signUp(page);
  await makeThread(page, "Harbour");
  await page.goto("/");
  await page.route("**/api/threads/*", (route) => route.fulfill(refusal("Titles are locked today.")));
  await choose(page, "Harbour", "Rename");
  await page.getByRole("textbox", { name: "Title of the thread" }).fill("Lighthouse");
  await page.keyboard.press("Enter");

  await expect(threadList(page).getByRole("alert")).toContainText("Titles are locked today.");
  await expect(threadButton(page, "Harbour")).toBeVisible();
  await expect(threadButton(page, "Lighthouse")).toHaveCount(0);
});

test("Escape leaves the title as it was", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour");
  await page.goto("/");
  await choose(page, "Harbour", "Rename");
  await expect(page.getByRole("textbox", { name: "Title of the thread" })).toBeFocused();
  await page.keyboard.type("Lighthouse");
  await page.keyboard.press("Escape");
  await expect(threadButton(page, "Harbour")).toBeFocused();
});

test("an archived thread moves to the archive, can be read there, and comes back", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await page.goto("/");
  await choose(page, "Harbour", "Archive");
  await expect(threadButton(page, "Harbour")).toBeHidden();

  await page.reload();
  await threadList(page).getByText("Archived").click();
  await threadButton(page, "Harbour").click();
  await expect(messages(page)).toContainText("Where is the harbour?");
  await choose(page, "Harbour", "Unarchive");
  await expect(threadList(page).getByText("Archived")).toHaveCount(0);

  await page.reload();
  await expect(threadButton(page, "Harbour")).toBeVisible();
});

test("a thread is deleted once the reader has confirmed it, and not before", async ({ page }) => {
  await signUp(page);
  await makeThread(page, "Harbour", "Where is the harbour?");
  await makeThread(page, "Lighthouse");
  await page.goto("/");
  await threadButton(page, "Harbour").click();
  await choose(page, "Harbour", "Delete…");
  const dialog = page.getByRole("dialog", { name: "Delete this thread?" });
  await expect(dialog).toContainText("Harbour");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(threadButton(page, "Harbour")).toBeFocused();

  await choose(page, "Harbour", "Delete…");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(threadButton(page, "Harbour")).toHaveCount(0);
  await expect(composer(page)).toBeEnabled();
  await expect(page).not.toHaveURL(/thread=/);

  await page.reload();
  await expect(threadButton(page, "Lighthouse")).toBeVisible();
  await expect(threadButton(page, "Harbour")).toHaveCount(0);
});

test("a thread that the server does not delete comes back, with the server's words", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/);
  await signUp(page);
  await makeThread(page, "Harbour");
  await page.goto("/");
  await page.route("**/api/threads/*", (route) => route.fulfill(refusal("Nothing is deleted today.")));
  await choose(page, "Harbour", "Delete…");
  await page.getByRole("button", { name: "Delete", exact: true }).click();

  await expect(threadList(page).getByRole("alert")).toContainText("Nothing is deleted today.");
  await expect(threadButton(page, "Harbour")).toBeVisible();
});

test("“Load more” brings the threads past the fiftieth, and can be pressed again if it fails", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 503/, /Not now/);
  await signUp(page);
  await makeThread(page, "The very first");
  await Promise.all(Array.from({ length: 50 }, (_, number) => makeThread(page, `Thread ${number}`)));
  await page.goto("/");
  await expect(threadList(page).getByText(/^Thread/)).toHaveCount(50);
  await expect(threadButton(page, "The very first")).toHaveCount(0);

  await page.route("**/api/threads?after=*", (route) => route.fulfill(refusal("Not now.")));
  const refused = page.waitForResponse(/after=/);
  await page.getByRole("button", { name: "Load more" }).click();
  await refused;

  await page.unroute("**/api/threads?after=*");
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(threadButton(page, "The very first")).toBeVisible();
  await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);
});
