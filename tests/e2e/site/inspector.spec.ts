import type { Page } from "@playwright/test";
import { seedUsers } from "~/lib/sandbox/protocol/seed-users";
import { DemoBrowser, expect, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

const path = "/docs/scope-threads-by-user";
const panel = (page: Page, name: string) => page.getByRole("tabpanel", { name });

/** The newest answer to a request for the thread list, in either browser or in one. */
const listing = (page: Page, browser = "[AB]?") =>
  panel(page, "Requests")
    .getByRole("group")
    .filter({ hasText: new RegExp(`^${browser}GET/api/threads\\d+ ms200`) })
    .first();

test("a request shows its way: cookie, session, user's id, SQL, answer", async ({ page }) => {
  await page.goto(path);
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  const list = listing(page);
  await list.locator("summary").click();

  await expect(list.getByRole("listitem")).toHaveCount(5);
  await expect(list).toContainText("better-auth.session_token");
  await expect(list).toContainText("alice@example.com");
  const id = await list.locator("code.user-id").textContent();
  const marked = list.locator(".statement .user-id");
  await expect(marked.filter({ hasText: '"user_id"' }).first()).toBeVisible();
  await expect(marked.filter({ hasText: `'${id}'` }).first()).toBeVisible();
});

test("both browsers' requests are there, can be filtered and cleared", async ({ page }) => {
  await page.goto(path);
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await new DemoBrowser(page, "Browser B").signInAs("Bob");
  const requests = panel(page, "Requests");
  await expect(requests.getByTitle("Browser A").first()).toBeVisible();
  await expect(requests.getByTitle("Browser B").first()).toBeVisible();

  await requests.getByRole("searchbox").fill("sign-in");
  await expect(requests.getByRole("group")).toHaveCount(2);
  await requests.getByRole("searchbox").fill("no such request");
  await expect(requests.getByText("No request matches.")).toBeVisible();

  await requests.getByRole("searchbox").fill("");
  await requests.getByRole("button", { name: "Clear" }).click();
  await expect(requests.getByText("Nothing yet.")).toBeVisible();
});

test("while it is paused nothing is added", async ({ page }) => {
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.signInAs("Alice");
  const requests = panel(page, "Requests");
  await requests.getByRole("button", { name: "Pause" }).click();
  await requests.getByRole("button", { name: "Clear" }).click();
  await browser.signOut();
  await expect(requests.getByText("Nothing yet.")).toBeVisible();
});

test("the database shows the rows, masks secrets, marks what is new, and follows a key to the user", async ({
  page,
}) => {
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser A");
  await browser.frame.scrollIntoViewIfNeeded();
  await page.getByRole("tab", { name: "Database" }).click();
  const database = panel(page, "Database");
  await database.getByRole("button", { name: "session", exact: true }).click();
  await expect(database.getByText("This table has no rows.")).toBeVisible();

  await browser.signInAs("Alice");
  await expect(database.getByRole("row")).toHaveCount(2);
  await expect(database.getByRole("row").last()).toHaveAttribute("data-change", "new");
  await expect(database.getByRole("cell", { name: "•••" }).first()).toBeVisible();

  await database.locator("td button").first().click();
  await expect(database.getByRole("row").filter({ hasText: "alice@example.com" })).toHaveAttribute(
    "data-target",
    "true",
  );
});

test("the code is the files that the demo runs, and leads to each whole one", async ({ page }) => {
  await page.goto(path);
  await new DemoBrowser(page, "Browser A").frame.scrollIntoViewIfNeeded();
  await page.getByRole("tab", { name: "Code" }).click();
  const code = panel(page, "Code");
  await expect(code.locator(".shown").first()).toContainText("auth.api.getSession");
  await code.getByRole("link", { name: "app/api/threads/route.ts" }).click();
  await expect(page).toHaveURL(/\/examples\/nextjs\/app\/api\/threads\/route\.ts#list$/);
});

for (const name of ["Requests", "Database", "Code"]) {
  test(`axe finds nothing in its tab ${name}, and it fits a phone`, async ({ page }) => {
    await page.goto(path);
    await new DemoBrowser(page, "Browser A").signInAs("Alice");
    await listing(page).locator("summary").click();
    await page.getByRole("tab", { name }).click();
    await expect(panel(page, name).getByText("Loading…")).toBeHidden();
    await expectNoViolations(page);

    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoOverflow(page);
  });
}

test("a letter tells Alice's id from Bob's, and who copies an id gets it alone", async ({ page }) => {
  await page.goto(path);
  await new DemoBrowser(page, "Browser A").signInAs("Alice");
  await new DemoBrowser(page, "Browser B").signInAs("Bob");
  const requests = panel(page, "Requests");
  // Alice's may be the newest until Bob's has come.
  await listing(page, "B").locator("summary").click();
  const step = listing(page, "B").getByRole("listitem").filter({ hasText: "User’s id" });
  await expect(step.getByRole("img", { name: "Bob’s id" })).toBeVisible();
  await expect(requests.getByRole("img", { name: "Alice’s id" })).toHaveCount(0);

  await page.getByRole("tab", { name: "Database" }).click();
  const database = panel(page, "Database");
  await database.getByRole("button", { name: "user", exact: true }).click();
  for (const { id, name } of seedUsers) {
    const cell = database.getByRole("cell").filter({ hasText: id });
    await expect(cell.getByRole("img", { name: `${name}’s id` })).toHaveCSS("display", "inline");
    const copied = await cell.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString();
    });
    expect(copied).toBe(id);
  }
});
