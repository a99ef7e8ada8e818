import { expect, test } from "vitest";
import { guideIndex } from "~/lib/search/guide-index";
import { answer } from "./answer";

test("the guide's components are read as Markdown, not as tags", async () => {
  const { sections } = await guideIndex();
  expect(sections.length).toBeGreaterThan(50);
  const texts = sections.flatMap(({ blocks }) => blocks.map(({ text }) => text.replace(/`[^`]*`/g, "")));
  expect(texts.filter((text) => /<\/?[A-Z]/.test(text))).toEqual([]);
});

test("every section is linked to by its own anchor", async () => {
  const { sections } = await guideIndex();
  const urls = sections.map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls).toContain("/docs/notes#edge-runtime");
});

test.each([
  ["What does the gate check?", "/docs/gate-the-chat-route"],
  ["Why 404 and not 403?", "/docs/scope-threads-by-user#answer-404-not-403"],
  ["Does reload isolate users?", "/docs/reload-on-auth"],
  ["How do I use AssistantCloud?", "/docs/notes#cloud-users"],
  ["What happens when another tab signs out?", "/docs/react-client#another-tab-signs-out"],
  ["Which rate limit holds behind a proxy?", "/docs/mount-the-handlers#rate-limits-behind-a-proxy"],
])("%s is answered from %s", async (question, url) => {
  expect(await answer([question], await guideIndex())).toContain(`](${url}`);
});
