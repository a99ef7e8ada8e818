import { expect, test, testPage } from "./guide";

const path = "/docs/test-your-app";
testPage(path, "Test your app");

test("its commands name this site, and the files that they fetch are the tests", async ({
  page,
  request,
}) => {
  await page.goto(path);
  const { origin } = new URL(page.url());
  const commands = page.getByRole("figure").filter({ hasText: "curl -fsSo tests/" });
  await expect(commands).toContainText(`${origin}/raw/examples/tests/users.ts`);

  const text = (await commands.locator("pre").textContent()) ?? "";
  const addresses = text.match(/http\S+/g) ?? [];
  expect(addresses).toHaveLength(4);
  for (const address of addresses) {
    expect(await (await request.get(address)).text()).toContain("@playwright/test");
  }
});
