import { DemoBrowser, expect, expectOwnThreads, signInBoth, test, testPage } from "./guide";

const path = "/docs/scope-threads-by-user";
testPage(path, "Scope threads by user");

test("Alice and Bob have no thread in common", async ({ page }) => {
  await page.goto(path);
  await expectOwnThreads(await signInBoth(page));
});

test("a thread renamed by Alice is renamed wherever she is, and Bob's list is as it was", async ({
  page,
}) => {
  await page.goto(path);
  const [a, b] = await signInBoth(page);
  const his = await b.titles();

  await a.threads.getByRole("button", { name: "More for SQL for weekly active users" }).click();
  await a.threads.getByRole("menuitem", { name: "Rename" }).click();
  await a.threads.getByRole("textbox").fill("Active users by week");
  const saved = page.waitForResponse((response) => response.request().method() === "PATCH");
  await a.threads.getByRole("textbox").press("Enter");
  expect((await saved).status()).toBe(200);

  await b.reload();
  await expect(b.threads).toContainText(his[0] ?? "");
  expect(await b.titles()).toEqual(his);

  await b.signInAs("Alice");
  await expect(b.threads).toContainText("Active users by week");
});

test("a thread of somebody else and a thread that is not there get the very same answer", async ({
  page,
}) => {
  await page.goto(path);
  const browser = new DemoBrowser(page, "Browser B");
  await browser.signInAs("Bob");
  const [foreign, missing] = await page.evaluate(async () => {
    const answer = async (id: string) => {
      const response = await fetch(`/demo/b/api/threads/${id}`);
      return { status: response.status, body: await response.text() };
    };
    return [await answer("thread-alice-1"), await answer("no-such-thread")];
  });
  expect(foreign?.status).toBe(404);
  expect(foreign).toEqual(missing);
});

test.beforeEach(({ allowConsole }) => allowConsole(/status of 404.*\/demo\/b\/api\/threads\//));
