import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startExample } from "../support/example";
import { failure, startFakeOpenAI } from "../support/fake-openai";
import { Visitor } from "../support/visitor";
import { question } from "./chat-body";
import { readChat } from "./chat-stream";

// An example of its own, because its log is read.
let model: Awaited<ReturnType<typeof startFakeOpenAI>>;
let example: Awaited<ReturnType<typeof startExample>>;

beforeAll(async () => {
  model = await startFakeOpenAI();
  example = await startExample({ OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: "for-tests" });
}, 300_000);
afterAll(async () => {
  await example.stop();
  await model.stop();
});

async function askInNewThread(text: string) {
  const visitor = new Visitor(example.url);
  await visitor.signUp("Alice");
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
  const body = { id, message: question(text) };
  const response = await visitor.call("POST", "/api/chat", { body });
  return { visitor, id, response };
}

test("a model that fails: the question is kept, the log says why, the client does not learn it", async () => {
  const { visitor, id, response } = await askInNewThread("Please [fail]");
  expect(response.status).toBe(200);
  const { text, error } = await readChat(response);
  expect([text, error]).toEqual(["", "The model did not answer. Try again."]);

  const stored = await visitor.json<unknown[]>("GET", `/api/threads/${id}/messages`);
  expect(stored).toMatchObject([{ content: { role: "user", parts: [{ text: "Please [fail]" }] } }]);
  await vi.waitFor(() => expect(example.output()).toContain(failure), 10_000);
});

test("a model that cannot be reached is told in the same words", async () => {
  await model.stop();
  const { visitor, id, response } = await askInNewThread("Anybody there?");
  expect((await readChat(response)).error).toBe("The model did not answer. Try again.");
  expect(await visitor.json("GET", `/api/threads/${id}/messages`)).toHaveLength(1);
  await vi.waitFor(() => expect(example.output()).toContain("ECONNREFUSED"), 10_000);
});
