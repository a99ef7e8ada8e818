import { expect, test } from "../docs/guide";
import { expectNoOverflow, expectNoViolations } from "../support/test";

const path = "/docs/gate-the-chat-route";

test("a page's prompt names its Markdown, its command, its check and the verifier", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(path);
  await page.getByRole("button", { name: "Copy prompt" }).click();
  await expect(page.getByRole("button", { name: "Copied", exact: true })).toBeVisible();
  const prompt = await page.evaluate(() => navigator.clipboard.readText());
  const site = new URL(page.url()).origin;
  expect(prompt).toContain(`${site}${path}.md`);
  expect(prompt).toContain(`npx shadcn@4 add ${site}/r/gate-the-chat-route.json`);
  expect(prompt).toContain("`curl -si -X POST http://localhost:3000/api/chat` prints `401 Unauthorized`");
  expect(prompt).toContain(`${site}/skill.md`);
  expect(prompt).toContain(`${site}/verify.mjs`);
});

test("a page opens in an assistant, with the same prompt", async ({ page }) => {
  await page.goto(path);
  await page.getByText("Open in…").click();
  const site = new URL(page.url()).origin;
  for (const [name, start] of [
    ["ChatGPT", "https://chatgpt.com/"],
    ["Claude", "https://claude.ai/new"],
    ["Cursor", "https://cursor.com/link/prompt"],
    ["VS Code", "vscode://GitHub.Copilot-Chat/chat"],
  ] as const) {
    const href = (await page.getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
    expect(href.startsWith(start), href).toBe(true);
    expect(decodeURIComponent(href)).toContain(`${site}${path}.md`);
  }
  await expectNoViolations(page);
});

test("the actions of a page fit a phone, opened", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  await page.getByText("Open in…").click();
  await expectNoOverflow(page);
});
