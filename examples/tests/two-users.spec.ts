import { expect, test } from "@playwright/test";
import { ask, newUser, signIn, signOut, threads } from "./users";

// #region isolation
test("Alice's thread is not in Bob's list, not on his screen, and not his by its id", async ({ browser }) => {
  const alice = await newUser(browser, "Alice");
  const bob = await newUser(browser, "Bob");
  await ask(alice.page, "Where is the harbour?");
  await expect(alice.page).toHaveURL(/\?thread=/);
  const id = new URL(alice.page.url()).searchParams.get("thread");

  await bob.page.reload();
  await expect(threads(bob.page)).toContainText("No threads yet.");
  expect(await (await bob.page.request.get("/api/threads")).json()).toEqual([]);

  for (const path of [`/api/threads/${id}`, `/api/threads/${id}/messages`]) {
    // Without the first line, a route that is not there would pass for one that refuses.
    expect((await alice.page.request.get(path)).status()).toBe(200);
    expect((await bob.page.request.get(path)).status()).toBe(404);
  }

  await bob.page.goto(`/?thread=${id}`);
  await expect(bob.page.getByText("This thread cannot be opened")).toBeVisible();
  await expect(bob.page.locator("body")).not.toContainText("harbour");
});
// #endregion isolation

// #region sign-out
test("signing out clears the screen, and who signs in next in that tab finds nothing", async ({
  browser,
}) => {
  const { page } = await newUser(browser, "Alice");
  const bob = await newUser(browser, "Bob");
  await ask(page, "Where is the harbour?");

  await signOut(page, "Alice");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("harbour");

  await signIn(page, bob.email);
  await expect(threads(page)).toContainText("No threads yet.");
  await expect(page.locator("body")).not.toContainText("harbour");
});
// #endregion sign-out
