import { tool, type UIMessage } from "ai";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { question } from "../api/chat-body";
import { readChat } from "../api/chat-stream";
import { startFakeOpenAI } from "../support/fake-openai";

let model: Awaited<ReturnType<typeof startFakeOpenAI>>;
let answerTo: typeof import("@/server/answer").answerTo;
beforeAll(async () => {
  model = await startFakeOpenAI();
  vi.stubEnv("OPENAI_BASE_URL", `${model.url}/v1`);
  vi.stubEnv("OPENAI_API_KEY", "for-tests");
  // The provider reads its settings when it is loaded.
  ({ answerTo } = await import("@/server/answer"));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await model.stop();
});

/** What becomes of an answer whose tool gives this. */
async function answerWith(execute: () => unknown) {
  const tools = { odd: tool({ inputSchema: z.strictObject({}), execute }) };
  const conversation = [question("[call odd {}]") as UIMessage];
  const kept: UIMessage[] = [];
  const answer = await answerTo({ conversation, tools, onEnd: (message) => kept.push(message) });
  const { text, error } = await readChat(answer(new AbortController().signal));
  const call = kept[0]?.parts.find(({ type }) => type === "tool-odd");
  return { text, error, call };
}

const containsItself: Record<string, unknown> = {};
containsItself.itself = containsItself;

test.each([
  ["a BigInt", () => 1n],
  ["an object that contains itself", () => containsItself],
  ["an error", () => Promise.reject(new Error("disk on fire"))],
  [
    "a BigInt in the end",
    async function* () {
      yield "so far";
      yield 1n;
    },
  ],
])("a tool that gives %s costs that call, and neither the stream nor the answer", async (_, execute) => {
  const { text, error, call } = await answerWith(execute);
  expect(error).toBeUndefined();
  expect(text).toMatch(/^It gave: /);
  expect(call).toMatchObject({ state: "output-error" });
});

test.each([
  ["a date", () => new Date(0), "1970-01-01T00:00:00.000Z"],
  ["nothing", () => undefined, null],
  [
    "one after the other",
    async function* () {
      yield { found: 1 };
      yield { found: 2 };
    },
    { found: 2 },
  ],
])("a tool that gives %s is kept as what JSON makes of it", async (_, execute, output) => {
  const { error, call } = await answerWith(execute);
  expect(error).toBeUndefined();
  expect(call).toMatchObject({ state: "output-available", output });
});
