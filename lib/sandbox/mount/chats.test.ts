import { beforeEach, expect, test, vi } from "vitest";
import { Visitor } from "../testing/visitor";

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ CHATS_PER_MINUTE: "2" });
});
let visitor: Visitor;
beforeEach(async () => {
  visitor = new Visitor();
  await visitor.start();
});

const question = { message: { id: "q1", role: "user", parts: [{ type: "text", text: "Hello" }] } };

async function ask(browser: string, body: object = question) {
  const response = await visitor.call(browser, "chat", "POST", body);
  await response.text();
  return response.status;
}

/** Whether each of three questions is one too many. */
async function askThrice() {
  const statuses = [await ask("a"), await ask("a"), await ask("a")];
  return statuses.map((status) => status === 429);
}

test("only so many questions are answered in a minute", async () => {
  await visitor.signIn("a", "alice@example.com");
  expect(await askThrice()).toEqual([false, false, true]);
});

test("a question that the example refuses asks no model, and does not count", async () => {
  await visitor.signIn("a", "alice@example.com");
  expect(await ask("b")).toBe(401);
  expect(await ask("a", {})).toBe(400);
  expect(await ask("b")).toBe(401);
  expect(await askThrice()).toEqual([false, false, true]);
});
