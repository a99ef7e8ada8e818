import { expect } from "../support/test";
import { answered, ask, composer, messages, openApp, signUp, test, threadButton } from "./app";

test("an answer is set from its Markdown", async ({ page }) => {
  await openApp(page);
  await ask(
    page,
    "**Bold** [link](https://example.com/a)\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |",
  );
  await answered(page);

  const answer = messages(page).locator(".prose");
  await expect(answer.locator("strong")).toHaveText("Bold");
  await expect(answer.getByRole("listitem")).toHaveText(["one", "two"]);
  await expect(answer.getByRole("cell")).toHaveText(["1", "2"]);
  await expect(answer.getByRole("link", { name: "link" })).toHaveAttribute("rel", /noopener noreferrer/);
});

test("an answer runs no HTML, follows no script address, and fetches no image", async ({ page }) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("evil")) strangers.push(request.url());
  });
  await openApp(page);
  await ask(
    page,
    "<img src='https://evil.example/a'> [x](javascript:document.title='evil') ![seen](https://evil.example/b)",
  );
  await answered(page);

  await expect(messages(page).locator("img")).toHaveCount(0);
  await expect(messages(page).getByRole("link", { name: "seen" })).toBeVisible();
  await expect(messages(page).getByRole("link", { name: "x", exact: true })).toHaveCount(0);
  expect(strangers).toEqual([]);
});

test("code and whole messages can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await openApp(page);
  await ask(page, "Look:\n\n```ts\nconst answer = 42;\n```");
  await answered(page);

  await expect(messages(page)).toContainText("ts");
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect.poll(clipboard).toBe("const answer = 42;");
  await page.getByRole("button", { name: "Copy", exact: true }).last().click();
  await expect.poll(clipboard).toBe("You said: Look:\n\n```ts\nconst answer = 42;\n```");
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await expect.poll(clipboard).toBe("Look:\n\n```ts\nconst answer = 42;\n```");
});

test("a model that fails is told without its reasons, and can be asked again", async ({ page }) => {
  await openApp(page);
  await ask(page, "Please [fail] this time");
  const alert = messages(page).getByRole("alert");
  await expect(alert).toContainText("The model did not answer.");
  await expect(page.locator("body")).not.toContainText("acct-4711");

  await page.reload();
  await expect(messages(page)).toContainText("Please [fail] this time");

  await page.route("**/api/chat", async (route) => {
    const body = route.request().postData()?.replace("[fail]", "answer") ?? "";
    await route.continue({ postData: body });
  });
  await ask(page, "And now?");
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: And now?");
});

test("“Try again” asks the same question again", async ({ page, allowConsole }) => {
  allowConsole(/net::ERR_FAILED/, /The server did not answer/);
  await openApp(page);
  await page.route("**/api/chat", (route) => route.abort());
  await ask(page, "Where is the harbour?");
  await expect(messages(page).getByRole("alert")).toContainText("Check your connection");

  await page.unroute("**/api/chat");
  await messages(page).getByRole("button", { name: "Try again" }).click();
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
  await expect(messages(page).getByRole("alert")).toHaveCount(0);

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
});

test("an edited question starts a branch, and both outlive a reload", async ({ page }) => {
  await openApp(page);
  await ask(page, "Where is the harbour?");
  await answered(page);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Edit the message" }).fill("Where is the lighthouse?");
  await messages(page).getByRole("button", { name: "Send" }).first().click();
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the lighthouse?");
  await answered(page);
  await expect(messages(page)).toContainText("2 / 2");

  await page.reload();
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the lighthouse?");
  await page.getByRole("button", { name: "Previous version" }).click();
  await expect(messages(page).locator(".prose")).toHaveText("You said: Where is the harbour?");
});

test("a second answer to a question stands beside the first", async ({ page }) => {
  await openApp(page);
  await ask(page, "Where is the harbour?");
  await answered(page);
  await page.getByRole("button", { name: "Answer again" }).click();
  await expect(messages(page)).toContainText("2 / 2");
  await answered(page);

  await page.reload();
  await expect(messages(page)).toContainText("2 / 2");
});

test("each thread keeps its own draft", async ({ page }) => {
  await openApp(page);
  await ask(page, "Where is the harbour?");
  await answered(page);
  await composer(page).fill("a draft");
  await page.getByRole("button", { name: "New thread" }).first().click();
  await expect(composer(page)).toHaveValue("");
  await threadButton(page, "About Where is the").click();
  await expect(composer(page)).toHaveValue("a draft");
});

test("a suggestion is a question", async ({ page }) => {
  await signUp(page);
  await page.goto("/");
  await page.getByRole("button", { name: "What happens on sign-out?" }).click();
  await answered(page);
  await expect(messages(page).locator(".prose")).toHaveText("You said: What happens on sign-out?");
});
