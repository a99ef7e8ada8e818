import { expect, test } from "vitest";
import { answer } from "./answer";
import { fixtureGuide } from "./fixture-guide";

const guide = await fixtureGuide();
const ask = (...questions: string[]) => answer(questions, guide);

test("an answer quotes the section that fits, shows its listing and links to it", async () => {
  const text = await ask("How do I read the session in the chat route?");
  expect(text).toContain("The route asks `auth.api.getSession` for the session.");
  expect(text).toContain('```ts\nif (!session) return new Response("Unauthorized", { status: 401 });\n```');
  expect(text).toContain(
    "[Gate the chat route: Read the session](/docs/gate-the-chat-route#read-the-session)",
  );
});

test("other words for the same thing find it too", async () => {
  await expect(ask("protect the chat endpoint")).resolves.toContain("/docs/gate-the-chat-route");
  await expect(ask("what happens on logout?")).resolves.toContain("/docs/gate-the-chat-route#sign-out");
});

test("a follow-up is read with the question before it", async () => {
  const text = await ask("When does the chat route answer 401?", "and for sign-out?");
  expect(text).toContain("Signing out clears the cookie.");
});

test("a question that stands alone is not bent by the one before it", async () => {
  const text = await ask("When does the chat route answer 401?", "How is the thread list loaded again?");
  expect(text).toContain("/docs/reload-on-auth");
});

test("one shared word is no answer: it says that it found nothing and what there is", async () => {
  const text = await ask("Which wine goes with the session's Sunday roast beef?");
  expect(text).toContain("found nothing");
  expect(text).toContain("- [Reload on auth](/docs/reload-on-auth)");
});

test("an excerpt does not end in a colon", async () => {
  const text = await ask("When does a session arrive?");
  expect(text).toContain("\n\nRead on: ");
  expect(text).not.toContain(":\n\nRead on: ");
});

test.each(["Hello!", "hi there", "Who are you?", "are you GPT-4?", "What model is this?"])(
  "%s: it says that it is the demo model",
  async (message) => {
    await expect(ask(message)).resolves.toContain("demo model");
  },
);

test("a message without a word that it knows is answered too", async () => {
  await expect(ask("🦊🦊🦊")).resolves.toContain("found nothing");
  await expect(ask("x".repeat(60_000))).resolves.toContain("found nothing");
});
