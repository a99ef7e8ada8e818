import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question } from "./chat-body";
import { readChat } from "./chat-stream";

interface Row {
  id: string;
  parent_id: string | null;
  content: { role: string; parts: { type: string; text?: string }[] };
}

const { model } = inject("addresses");
const example = apps.slice(0, 1);

const newThread = async (visitor: Visitor) => {
  const body = { localId: crypto.randomUUID() };
  return (await visitor.json<{ id: string }>("POST", "/api/threads", { body })).id;
};
const history = (visitor: Visitor, thread: string) =>
  visitor.json<Row[]>("GET", `/api/threads/${thread}/messages`);
const textOf = ({ content }: Row) => content.parts.map(({ text }) => text ?? "").join("");
const texts = async (visitor: Visitor, thread: string) => (await history(visitor, thread)).map(textOf);
const about = (words: string) => `question=${encodeURIComponent(words)}`;

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let thread: string;
  beforeEach(async () => {
    ({ owner } = await people(app, "owner"));
    thread = await newThread(owner);
  });

  test("question and answer are kept under the ids that the reader sees", async () => {
    const asked = question("Where is the harbour?");
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, messages: [asked] } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toContain("text/event-stream");
    const { id, text, error } = await readChat(response);
    expect(error).toBeUndefined();
    expect(text).not.toBe("");

    const stored = await history(owner, thread);
    expect(stored.map((row) => [row.id, row.parent_id, row.content.role, textOf(row)])).toEqual([
      [asked.id, null, "user", "Where is the harbour?"],
      [id, asked.id, "assistant", text],
    ]);
  });

  test("a second answer to a question stands beside the first", async () => {
    const asked = question("Where is the harbour?");
    const body = { id: thread, messages: [asked] };
    const first = await readChat(await owner.call("POST", "/api/chat", { body }));
    const second = await readChat(
      await owner.call("POST", "/api/chat", {
        body: { ...body, trigger: "regenerate-message", messageId: first.id },
      }),
    );
    const stored = await history(owner, thread);
    expect(stored.map((row) => [row.id, row.parent_id])).toEqual([
      [asked.id, null],
      [first.id, asked.id],
      [second.id, asked.id],
    ]);
  });

  test("without a thread nothing is kept", async () => {
    const response = await owner.call("POST", "/api/chat", { body: { messages: [question("Hello")] } });
    expect((await readChat(response)).text).not.toBe("");
    expect(await owner.json("GET", "/api/threads")).toMatchObject([{ id: thread }]);
    expect(await history(owner, thread)).toEqual([]);
  });

  test("two messages of one id are refused, and neither is kept", async () => {
    const messages = [question("one", "same"), question("two", "same")];
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, messages } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "INVALID_BODY", field: "messages" });
    expect(await history(owner, thread)).toEqual([]);
  });

  test("a question over 64 KiB is refused wherever it stands", async () => {
    const messages = [question("x".repeat(64 * 1024)), question("two")];
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, messages } });
    expect(response.status).toBe(413);
    expect(await history(owner, thread)).toEqual([]);
  });
});

// From here on the model has to do as it is told.
describe.each(example)("$name", (app) => {
  let owner: Visitor;
  let thread: string;
  beforeEach(async () => {
    ({ owner } = await people(app, "owner"));
    thread = await newThread(owner);
  });

  test("the question is kept before the model has answered, the answer when it has", async () => {
    const text = `[hold] ${crypto.randomUUID()}`;
    const body = { id: thread, messages: [question(text)] };
    const response = await owner.call("POST", "/api/chat", { body });
    expect(await texts(owner, thread)).toEqual([text]);

    await fetch(`${model}/release?${about(text)}`);
    await readChat(response);
    expect(await texts(owner, thread)).toEqual([text, `You said: ${text}`]);
  });

  test("a reader who leaves stops the model, and what was said is kept", async () => {
    const text = `[hold] ${crypto.randomUUID()}`;
    const leaving = new AbortController();
    const response = await owner.call("POST", "/api/chat", {
      body: { id: thread, messages: [question(text)] },
      signal: leaving.signal,
    });
    await sawWords(response);
    leaving.abort();

    const aborted = async () => (await fetch(`${model}/aborted?${about(text)}`)).text();
    await vi.waitFor(async () => expect(await aborted()).toBe("1"), 10_000);
    await vi.waitFor(async () => expect(await texts(owner, thread)).toEqual([text, "You said: "]), 10_000);
  });

  test("an answer that breaks off is kept as far as it came, and the reader is told", async () => {
    const body = { id: thread, messages: [question("Please [break] off")] };
    const { text, error } = await readChat(await owner.call("POST", "/api/chat", { body }));
    expect([text, error]).toEqual(["You said: ", "The model did not answer. Try again."]);
    expect(await texts(owner, thread)).toEqual(["Please [break] off", "You said: "]);
  });
});

/** Reads until the first words of the answer have come. */
async function sawWords(response: Response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let seen = "";
  while (!seen.includes("said: ")) {
    const chunk = await reader?.read();
    if (!chunk?.value) throw new Error(`The answer ended early: ${seen}`);
    seen += decoder.decode(chunk.value, { stream: true });
  }
}
