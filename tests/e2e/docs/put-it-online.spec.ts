import { exampleFile, expect, listing, test, testPage } from "./guide";

const path = "/docs/put-it-online";
testPage(path, "Put it online");

test("the container file that it shows is the app's own, whole", async ({ page }) => {
  await page.goto(path);
  const shown = listing(page, "Dockerfile").locator("pre");
  for (const line of exampleFile("Dockerfile").split("\n").filter(Boolean))
    await expect(shown).toContainText(line);
});

test("each file for what stands around the app can be fetched as it is", async ({ page, request }) => {
  await page.goto(path);
  for (const name of ["nginx.conf", "Caddyfile", "preview-base-url.ts"]) {
    await expect(listing(page, name)).toBeVisible();
    const file = await request.get(`/raw/examples/deploy/${name}`);
    expect(await file.text()).toContain("chat.example.com");
  }
});

test("the header to trust is named for each platform", async ({ page }) => {
  await page.goto(path);
  const table = page.getByRole("table").filter({ hasText: "TRUSTED_ADDRESS_HEADER" });
  const row = (platform: string) => table.getByRole("row").filter({ hasText: platform });
  for (const platform of ["Nothing", "nginx", "Caddy", "Vercel", "Cloudflare", "Fly"])
    await expect(row(platform).first().getByRole("cell")).toHaveCount(4);
  await expect(row("nginx")).toContainText("proxy_set_header X-Forwarded-For $remote_addr;");
});

test("each line of the checklist is a command and what is right", async ({ page }) => {
  await page.goto(path);
  const table = page.getByRole("table").filter({ hasText: "Right is" });
  const rows = table.getByRole("row").filter({ has: page.getByRole("cell") });
  expect(await rows.count()).toBeGreaterThan(5);
  for (const row of await rows.all()) {
    await expect(row.getByRole("cell").first().locator("code")).toHaveText(/^(curl|docker) /);
    await expect(row.getByRole("cell").last()).not.toBeEmpty();
  }
});
