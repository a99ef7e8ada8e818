import { expect, type Page, test } from "@playwright/test";
import { seedPassword } from "../../../lib/sandbox/protocol/seed-users";

const { TEST_SITE: site = "" } = process.env;

/** What the page's policy has refused so far. */
async function watchRefusals(page: Page) {
  const refused: string[] = [];
  await page.exposeFunction("tellRefusal", (refusal: string) => refused.push(refusal));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      Reflect.get(window, "tellRefusal")(`${violatedDirective}: ${blockedURI} ${sample}`);
    });
  });
  return refused;
}

test("the policy refuses nothing that the site does itself", async ({ page }) => {
  const refused = await watchRefusals(page);

  await page.goto(`${site}/docs`);
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  await page.getByRole("button", { name: /^Search/ }).click();
  await page.getByRole("combobox", { name: "Search the guide" }).fill("session");
  await page.getByRole("option").first().click();
  await expect(page.getByRole("dialog")).toBeHidden();
  // From here on the browser shows what it has kept, under the headers of an answer without a body.
  await page.reload();
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).toHaveURL(`${site}/`);
  await page.goto(`${site}/no-such-page`);
  await page.waitForLoadState("networkidle");

  expect(refused).toEqual([]);
});

test("the policy refuses nothing that a demo does itself", async ({ page }) => {
  const refused = await watchRefusals(page);
  const send = (path: string, data?: object) =>
    page.request.post(site + path, { data, headers: { Origin: site } });
  await send("/demo/session");
  const alice = { email: "alice@example.com", password: seedPassword };
  expect((await send("/demo/a/api/auth/sign-in/email", alice)).ok()).toBe(true);

  await page.goto(`${site}/demo/a`);
  await page.getByRole("textbox", { name: "Message" }).fill("How do I gate the chat route?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "Copy" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();

  expect(refused).toEqual([]);
});

test("a script that got into the page does not run", async ({ page }) => {
  const refused = await watchRefusals(page);
  await page.goto(`${site}/docs`);

  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", `<img src="x:" onerror="document.title = 'taken over'">`);
  });

  await expect.poll(() => refused.map((refusal) => refusal.split(":")[0])).toContain("script-src-elem");
  await expect.poll(() => refused.map((refusal) => refusal.split(":")[0])).toContain("script-src-attr");
  await expect(page).not.toHaveTitle("taken over");
});

test("a page shows itself in a frame of this site, and of no other", async ({ page }) => {
  await page.route("**/framing", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe title="guide" src="${site}/docs"></iframe>` }),
  );

  await page.goto(`${site}/framing`);
  await expect(page.frameLocator("iframe").getByRole("main")).toBeVisible();

  // The same server under another name is another site.
  await page.goto(`${site.replace("localhost", "127.0.0.1")}/framing`);
  await expect.poll(() => page.frames().at(1)?.url()).toMatch(/^chrome-error:/);
});
