import { verifierCommand } from "../../../lib/checks/verifier-command";
import { seedThreads } from "../../../lib/sandbox/store/seed-threads";
import { DemoBrowser, expect, expectOwnThreads, sendFromPage, signInBoth, test, testPage } from "./guide";

const path = "/docs/run-and-verify";
testPage(path, "Run and verify");

test("begins with the command for the reader's own app, which names this site", async ({ page }) => {
  await page.goto(path);
  // The address comes with the page's scripts.
  const first = page.locator("figure.listing pre", { hasText: "verify.mjs" }).first();
  await expect(first).toHaveText(verifierCommand(new URL(page.url()).origin));
});

test("the header leads here from every page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Verify your app" }).click();
  await expect(page).toHaveURL(path);
});

const question = {
  message: { id: "q1", role: "user", parts: [{ type: "text", text: "What is a session?" }] },
};

test("/api/chat returns 200 when authenticated; 401 when not", async ({ page, allowConsole }) => {
  allowConsole(/status of 401/);
  await page.goto(path);
  const a = new DemoBrowser(page, "Browser A");
  await a.frame.scrollIntoViewIfNeeded();
  await expect(a.frame.getByRole("status")).toHaveText("Signed out.");
  expect(await sendFromPage(page, "/demo/a/api/chat", question)).toMatchObject({
    status: 401,
    text: "Unauthorized",
  });

  await a.signInAs("Alice");
  const answer = await sendFromPage(page, "/demo/a/api/chat", question);
  expect(answer.status).toBe(200);
  expect(answer.type).toContain("text/event-stream");
  expect(answer.text).toContain("text-delta");
});

test("/api/threads returns only the current user's threads", async ({ page }) => {
  await page.goto(path);
  const [a, b] = [new DemoBrowser(page, "Browser A"), new DemoBrowser(page, "Browser B")];
  await a.signInAs("Alice");
  await b.signInAs("Bob");
  await sendFromPage(page, "/demo/a/api/threads", { localId: "hers-alone" });

  const ids = async (browser: "a" | "b") => {
    const rows: { id: string }[] = JSON.parse(
      (await sendFromPage(page, `/demo/${browser}/api/threads`)).text,
    );
    return rows.map(({ id }) => id);
  };
  const [hers, his] = [await ids("a"), await ids("b")];
  expect(hers).toHaveLength(seedThreads.Alice.length + 1);
  expect(his).toHaveLength(seedThreads.Bob.length);
  expect(hers.filter((id) => his.includes(id))).toEqual([]);
});

test("a second user (incognito tab) sees a different thread list", async ({ page }) => {
  await page.goto(path);
  const both = await signInBoth(page);
  // Side by side they are as narrow as phones: the list is behind a button.
  for (const { app } of both) await app.getByRole("button", { name: "Open the list of threads" }).click();
  await expectOwnThreads(both);
});

test("the session cookie set by /api/auth/sign-in/* is HttpOnly and travels with same-origin fetches", async ({
  page,
}) => {
  await page.goto(path);
  const a = new DemoBrowser(page, "Browser A");
  const signedIn = page.waitForResponse(/\/demo\/a\/api\/auth\/sign-in\/email$/);
  await a.signInAs("Alice");

  const setCookie = (await (await signedIn).allHeaders())["set-cookie"] ?? "";
  expect(setCookie).toContain("better-auth.session_token=");
  expect(setCookie).toContain("HttpOnly");
  expect(setCookie).toContain("SameSite=Lax");
  expect(await page.evaluate(() => document.cookie)).not.toContain("session_token");

  const asked = page.waitForRequest(/\/demo\/a\/api\/threads$/);
  expect((await sendFromPage(page, "/demo/a/api/threads")).status).toBe(200);
  expect((await (await asked).allHeaders()).cookie).toContain("better-auth.session_token=");
});
