import { expect, test, testPage } from "./guide";

const path = "/docs/connect-the-runtime";
testPage(path, "Connect the runtime");

test("its commands fetch the small chat and a page that shows it, from this site", async ({
  page,
  request,
}) => {
  await page.goto(path);
  const { origin } = new URL(page.url());
  const commands = page.getByRole("figure").filter({ hasText: "-o app/SmallChat.tsx" });
  await expect(commands).toContainText(`${origin}/raw/examples/screens/SmallChat.tsx`);
  const addresses = ((await commands.locator("pre").textContent()) ?? "").match(/http\S+/g) ?? [];
  expect(addresses).toHaveLength(2);
  const [chat = "", shown = ""] = addresses;
  expect(await (await request.get(chat)).text()).toContain("export function SmallChat");
  expect(await (await request.get(shown)).text()).toContain('from "./SmallChat"');
});
