import { expect } from "../support/test";
import { composer, makeThread, messages, signUp, test, threadButton, threadList } from "./app";

test.describe("before the scripts of the page have come", () => {
  test.beforeEach(async ({ page, allowConsole }) => {
    allowConsole(/net::ERR_FAILED/);
    await page.route("**/_next/static/**/*.js", (route) => route.abort());
  });

  test("the page shows who is signed in, and no splash", async ({ page }) => {
    await signUp(page);
    await page.goto("/");
    await expect(page.getByText("Alice", { exact: true })).toBeVisible();
    await expect(threadList(page)).toContainText("Loading the threads…");
    await expect(page.getByText("Loading…", { exact: true })).toHaveCount(0);
  });

  test("the page shows somebody signed out the form, which cannot be sent to the wrong place yet", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByLabel("E-mail").fill("alice@example.com");
    await page.getByLabel("Password").fill("a-long-enough-password");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
    await page.getByLabel("Password").press("Enter");
    expect(new URL(page.url()).search).toBe("");
    await expect(page.getByLabel("Password")).toHaveValue("a-long-enough-password");
  });
});

test("a reload goes from the frame to the threads without a splash, and asks once who is there", async ({
  page,
}) => {
  await signUp(page);
  const id = await makeThread(page, "Gates", "What is a gate?");
  await page.goto(`/?thread=${id}`);
  await messages(page).getByText("What is a gate?").waitFor();

  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(new URL(request.url()).pathname);
  });
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Reflect.set(window, "seen", seen);
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll("main")) seen.add(textContent ?? "");
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.reload();
  await messages(page).getByText("What is a gate?").waitFor();
  await expect(threadButton(page, "Gates")).toBeVisible();

  const seen = await page.evaluate(() => [...(Reflect.get(window, "seen") as Set<string>)]);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((text) => text === "Loading…" || text.includes("Create one"))).toEqual([]);
  expect(asked.filter((path) => path.endsWith("/get-session"))).toHaveLength(1);
  expect(asked.filter((path) => path === "/api/threads")).toHaveLength(1);
});

test("a session that ends between the page and its first request leads to the form", async ({
  page,
  allowConsole,
}) => {
  allowConsole(/status of 401/, /You are signed out/);
  await signUp(page);
  await page.route("**/api/auth/get-session", (route) => route.fulfill({ json: null }));
  await page.route("**/api/threads", (route) => route.fulfill({ status: 401 }));
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(composer(page)).toHaveCount(0);
});
