import { expect, test } from "@playwright/test";
import { ask, messages, newUser } from "./users";

// #region gate
test("the chat asks for a session", async ({ request }) => {
  const parts = [{ type: "text", text: "Where is the harbour?" }];
  const response = await request.post("/api/chat", {
    data: { message: { id: crypto.randomUUID(), role: "user", parts } },
  });
  expect(response.status()).toBe(401);
});
// #endregion gate

// #region answer
test("a question is answered, and both are there after a reload", async ({ browser }) => {
  const { page } = await newUser(browser, "Alice");
  await ask(page, "Where is the harbour?");
  // The stand-in repeats the question, so it stands there twice.
  const said = messages(page).getByText("Where is the harbour?");
  await expect(said).toHaveCount(2);

  await page.reload();
  await expect(said).toHaveCount(2);
});
// #endregion answer
