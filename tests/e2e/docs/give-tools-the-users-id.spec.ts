import { DemoBrowser, expect, signInBoth, test, testPage } from "./guide";

const path = "/docs/give-tools-the-users-id";
testPage(path, "Give tools the user's id");

test("the model finds a user's own threads, and the inspector shows the tool's query with their id", async ({
  page,
}) => {
  await page.goto(path);
  const [alice, bob] = await signInBoth(page);
  await alice.ask("Search my threads for dashboard.");
  await expect(alice.app.getByText("Your threads with “dashboard”:")).toBeVisible();
  const found = alice.app.getByRole("button", { name: "Postmortem: the empty dashboard" });
  await expect(found.last()).toBeVisible();

  await bob.ask("Search my threads for dashboard.");
  await expect(bob.app.getByText("No other thread of yours has “dashboard”.")).toBeVisible();

  const asked = page
    .getByRole("tabpanel", { name: "Requests" })
    .getByRole("group")
    .filter({ hasText: /^APOST\/api\/chat\d+ ms200/ })
    .first();
  await asked.locator("summary").click();
  const query = asked.locator(".statement").filter({ hasText: "json_each" });
  await expect(query.locator(".user-id").filter({ hasText: '"user_id"' }).first()).toBeVisible();
  const id = await asked.locator("code.user-id").textContent();
  await expect(
    query
      .locator(".user-id")
      .filter({ hasText: `'${id}'` })
      .first(),
  ).toBeVisible();
});

test("a rename waits for its user, through a reload, and the thread has its new name when they agree", async ({
  page,
}) => {
  await page.goto(path);
  const alice = new DemoBrowser(page, "Browser A");
  await alice.signInAs("Alice");
  await alice.ask("Rename this thread to Blue harbour.");
  await expect(alice.app.getByText("to “Blue harbour”?")).toBeVisible();
  const title = alice.app.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Rename this thread to Blue harbour");

  await alice.reload();
  await expect(alice.app.getByText("to “Blue harbour”?")).toBeVisible();
  await alice.app.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(alice.app.getByText("Renamed to “Blue harbour”.")).toBeVisible();
  await expect(title).toHaveText("Blue harbour");
});
