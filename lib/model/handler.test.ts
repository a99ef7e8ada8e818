import { createOpenAI } from "@ai-sdk/openai";
import { generateText, isStepCount, streamText, tool } from "ai";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { fixtureGuide } from "./fixture-guide";
import { createModelHandler } from "./handler";

const key = "a-key-for-this-test";
const question = "How do I read the session in the chat route?";
const respond = createModelHandler({ key, guide: fixtureGuide, wordsPerSecond: 5_000 });

const provider = (handler = respond, apiKey = key) =>
  createOpenAI({
    apiKey,
    baseURL: "http://model.test/v1",
    fetch: async (input, init) => handler(new Request(input, init)),
  });

const post = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }) =>
  respond(
    new Request("http://model.test/v1/responses", {
      method: "POST",
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );

test("streamText of the AI SDK reads the stream", async () => {
  const result = streamText({ model: provider()("gpt-4o"), prompt: question });
  const deltas: string[] = [];
  for await (const delta of result.textStream) deltas.push(delta);
  expect(deltas.length).toBeGreaterThan(10);
  expect(deltas.join("")).toContain("/docs/gate-the-chat-route#read-the-session");
  expect(await result.finishReason).toBe("stop");
  expect((await result.response).modelId).toBe("guide-demo-model");
  expect((await result.usage).outputTokens).toBe(deltas.length);
});

test("generateText of the AI SDK reads the answer, and it is the same", async () => {
  const streamed = streamText({ model: provider()("gpt-4o"), prompt: question });
  const { text } = await generateText({ model: provider()("gpt-4o"), prompt: question });
  expect(text).toBe(await streamed.text);
});

test("earlier answers come back as references and do no harm", async () => {
  const { text } = await generateText({
    model: provider()("gpt-4o"),
    messages: [
      { role: "user", content: "When does the chat route answer 401?" },
      {
        role: "assistant",
        content: [{ type: "text", text: "…", providerOptions: { openai: { itemId: "msg_1" } } }],
      },
      { role: "user", content: [{ type: "text", text: "and for sign-out?" }] },
    ],
  });
  expect(text).toContain("Signing out clears the cookie.");
});

test("a request whose instructions ask for a title gets one", async () => {
  const instructions = "Write a title of three to six words for this conversation.";
  const { text } = await generateText({ model: provider()("gpt-4o"), instructions, prompt: question });
  expect(text).toBe("Read the session in the chat");
});

test("a tool is called where the question asks for it, and the answer says what it gave", async () => {
  const asked: unknown[] = [];
  const searchThreads = tool({
    inputSchema: z.strictObject({ words: z.string() }),
    execute: async (input) => {
      asked.push(input);
      return [{ id: "1", title: "Harbour walk" }];
    },
  });
  const tools = { searchThreads };
  const prompt = "Search my threads for “harbour walk”.";
  const stopWhen = isStepCount(2);
  const streamed = streamText({ model: provider()("gpt-4o"), tools, prompt, stopWhen });
  expect(await streamed.text).toBe("I found “Harbour walk”.");
  const whole = await generateText({ model: provider()("gpt-4o"), tools, prompt, stopWhen });
  expect(whole.text).toBe(await streamed.text);
  expect(asked).toEqual([{ words: "harbour walk" }, { words: "harbour walk" }]);
});

test("without that tool the same question is answered from the guide", async () => {
  const { text } = await generateText({
    model: provider()("gpt-4o"),
    prompt: "Search my threads for the session in the chat route.",
  });
  expect(text).toContain("/docs/gate-the-chat-route");
});

test("of a question that is no question any more, only the beginning is read", async () => {
  const answerTo = async (prompt: string) =>
    (await generateText({ model: provider()("gpt-4o"), prompt })).text;
  expect(await answerTo(`${" ".repeat(900)}${question}`)).toContain("/docs/gate-the-chat-route");
  expect(await answerTo(`${"fox ".repeat(300)}${question}`)).toBe(await answerTo("fox ".repeat(250)));
});

test("an abort ends the stream at once", async () => {
  const abort = new AbortController();
  const slow = createModelHandler({ key, guide: fixtureGuide, wordsPerSecond: 0.01 });
  const response = await slow(
    new Request("http://model.test/v1/responses", {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ model: "gpt-4o", stream: true, input: question }),
      signal: abort.signal,
    }),
  );
  setTimeout(() => abort.abort(), 20);
  const text = await response.text();
  expect(text).toContain("response.in_progress");
  expect(text).not.toContain("response.completed");
});

test("a question that asks to break off gets half an answer, and an error", async () => {
  const read = async (prompt: string) => {
    const errors: unknown[] = [];
    const onError = ({ error }: { error: unknown }) => void errors.push(error);
    let text = "";
    for await (const part of streamText({ model: provider()("gpt-4o"), prompt, onError }).stream)
      if (part.type === "text-delta") text += part.text;
    return { text, errors };
  };
  const whole = await read(question);
  expect(whole.errors).toEqual([]);
  const half = await read(`${question} Break off.`);
  expect(half.errors).toHaveLength(1);
  expect(half.text.length).toBeGreaterThan(0);
  expect(half.text.length).toBeLessThan(whole.text.length);
});

test("a wrong key or none is refused in OpenAI's shape", async () => {
  const model = provider(respond, "wrong")("gpt-4o");
  await expect(generateText({ model, prompt: question, maxRetries: 0 })).rejects.toThrow(
    "Send the embedded model's key",
  );
  const response = await post({ model: "gpt-4o", input: question }, {});
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { code: "invalid_api_key" } });
});

test("without a key of its own there is no model", async () => {
  const off = createModelHandler({ key: undefined, guide: fixtureGuide, wordsPerSecond: 5_000 });
  const headers = { authorization: "Bearer " };
  const response = await off(new Request("http://model.test/v1/responses", { method: "POST", headers }));
  expect(response.status).toBe(404);
});

test.each([
  ["no JSON", "{", 400, null],
  ["no model", { input: question }, 400, "model"],
  ["no question", { model: "gpt-4o", input: [] }, 400, "input"],
  ["a question without text", { model: "gpt-4o", input: [{ role: "user", content: " " }] }, 400, "input"],
  ["an unknown role", { model: "gpt-4o", input: [{ role: "root", content: "Hi" }] }, 400, "input"],
  [
    "JSON as the answer's format",
    { model: "gpt-4o", input: question, text: { format: { type: "json_object" } } },
    400,
    "text.format.type",
  ],
  ["more than 512 KiB", { model: "gpt-4o", input: "x".repeat(512 * 1024) }, 413, null],
])("%s is refused, and the error says where", async (_, body, status, param) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error", param } });
});

test("a failure inside is logged, and the caller learns no more than that", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = createModelHandler({
    key,
    guide: () => Promise.reject(new Error("disk on fire")),
    wordsPerSecond: 5_000,
  });
  const model = provider(failing)("gpt-4o");
  await expect(generateText({ model, prompt: question, maxRetries: 0 })).rejects.toThrow(
    "The embedded model failed",
  );
  expect(log).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ message: "disk on fire" }));
  log.mockRestore();
});
