import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { seedPassword, seedUsers } from "~/lib/sandbox/protocol/seed-users";
import { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question, row } from "./chat-body";
import { readChat } from "./chat-stream";

interface Row {
  id: string;
  parent_id: string | null;
  content: { role: string; parts: { type: string; text?: string }[]; metadata?: unknown };
}

const { model, site } = inject("addresses");
const example = apps.slice(0, 1);

const newThread = async (visitor: Visitor) => {
  const body = { localId: crypto.randomUUID() };
  return (await visitor.json<{ id: string }>("POST", "/api/threads", { body })).id;
};
const history = (visitor: Visitor, thread: string) =>
  visitor.json<Row[]>("GET", `/api/threads/${thread}/messages`);
const textOf = ({ content }: Row) => content.parts.map(({ text }) => text ?? "").join("");
const texts = async (visitor: Visitor, thread: string) => (await history(visitor, thread)).map(textOf);
const answerTo = (thread: string, { id }: { id: string }) => `/api/threads/${thread}/answer?question=${id}`;
const textIn = ({ parts: [part] }: ReturnType<typeof question>) => part?.text ?? "";
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
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, message: asked } });
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
    const body = { id: thread, message: asked };
    const first = await readChat(await owner.call("POST", "/api/chat", { body }));
    const second = await readChat(await owner.call("POST", "/api/chat", { body }));
    const stored = await history(owner, thread);
    expect(stored.map((row) => [row.id, row.parent_id])).toEqual([
      [asked.id, null],
      [first.id, asked.id],
      [second.id, asked.id],
    ]);
  });

  test("without a thread nothing is kept", async () => {
    const response = await owner.call("POST", "/api/chat", { body: { message: question("Hello") } });
    expect((await readChat(response)).text).not.toBe("");
    expect(await owner.json("GET", "/api/threads")).toMatchObject([{ id: thread }]);
    expect(await history(owner, thread)).toEqual([]);
  });

  test("a question is stored below the message that it answers", async () => {
    const first = question("one");
    const answer = await readChat(
      await owner.call("POST", "/api/chat", { body: { id: thread, message: first } }),
    );
    const second = question("two");
    const body = { id: thread, message: second, parentId: answer.id };
    await readChat(await owner.call("POST", "/api/chat", { body }));
    const stored = await history(owner, thread);
    expect(stored.slice(0, 3).map((row) => [row.id, row.parent_id])).toEqual([
      [first.id, null],
      [answer.id, first.id],
      [second.id, answer.id],
    ]);
  });

  test("an answer that has ended is joined from its first word, as it was", async () => {
    const asked = question("Where is the harbour?");
    const answer = await readChat(
      await owner.call("POST", "/api/chat", { body: { id: thread, message: asked } }),
    );
    expect(await readChat(await owner.call("GET", answerTo(thread, asked)))).toEqual(answer);
  });

  test("where there is no answer to join, none comes, and there is none to stop", async () => {
    for (const method of ["GET", "DELETE"]) {
      const response = await owner.call(method, answerTo(thread, question("Never asked")));
      expect([response.status, await response.text()]).toEqual([204, ""]);
    }
  });
});

test("in two sandboxes the same ids of thread and question name two answers", async () => {
  const [alice] = seedUsers;
  const signedIn = async () => {
    const visitor = new Visitor(site, "/demo/a");
    await visitor.enterSandbox();
    const body = { email: alice.email, password: seedPassword };
    await visitor.json("POST", "/api/auth/sign-in/email", { body });
    return visitor;
  };
  const [one, other] = [await signedIn(), await signedIn()];
  const [{ id: thread }] = await one.json<[{ id: string }]>("GET", "/api/threads");
  const message = question("Where is the harbour?", "same");
  await readChat(await one.call("POST", "/api/chat", { body: { id: thread, message } }));

  expect((await one.call("GET", answerTo(thread, message))).status).toBe(200);
  expect((await other.call("GET", `/api/threads/${thread}`)).status).toBe(200);
  expect((await other.call("GET", answerTo(thread, message))).status).toBe(204);
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
    const body = { id: thread, message: question(text) };
    const response = await owner.call("POST", "/api/chat", { body });
    expect(await texts(owner, thread)).toEqual([text]);

    await fetch(`${model}/release?${about(text)}`);
    await readChat(response);
    expect(await texts(owner, thread)).toEqual([text, `You said: ${text}`]);
  });

  test("the model is sent what the thread holds of the branch, and nothing of the other one", async () => {
    const ask = async (text: string, parentId: string | null) => {
      const message = question(text);
      const body = { id: thread, message, parentId };
      const { id = null, text: answer } = await readChat(await owner.call("POST", "/api/chat", { body }));
      return { id, asked: message.id, answer };
    };
    const first = await ask("one", null);
    await ask("edited", first.id);
    const { answer } = await ask("two [recall]", first.id);
    expect(answer).toBe("I was sent: one | You said: one | two [recall]");
  });

  test("a long thread goes on: the model is sent the end of it, from a question on", async () => {
    let parentId: string | null = null;
    const long = "x".repeat(60 * 1024);
    for (let index = 0; index < 6; index++) {
      const body = row(`${index}${long}`, { parent: parentId });
      await owner.json("POST", `/api/threads/${thread}/messages`, { body });
      parentId = body.id;
    }
    const body = { id: thread, message: question("[recall]"), parentId };
    const { text } = await readChat(await owner.call("POST", "/api/chat", { body }));
    expect(text.replaceAll(long, "…")).toBe("I was sent: 2… | 3… | 4… | 5… | [recall]");
  });

  test("a reader who leaves finds the whole answer, and meanwhile joins it from its first word", async () => {
    const asked = question(`[hold] ${crypto.randomUUID()}`);
    const leaving = new AbortController();
    const response = await owner.call("POST", "/api/chat", {
      body: { id: thread, message: asked },
      signal: leaving.signal,
    });
    await sawWords(response);
    leaving.abort();

    const joined = await owner.call("GET", answerTo(thread, asked));
    expect(joined.status).toBe(200);
    await fetch(`${model}/release?${about(textIn(asked))}`);
    const { id, text } = await readChat(joined);
    expect(text).toBe(`You said: ${textIn(asked)}`);
    expect((await history(owner, thread)).map((row) => [row.id, textOf(row)])).toEqual([
      [asked.id, textIn(asked)],
      [id, text],
    ]);
    expect(await (await fetch(`${model}/aborted?${about(textIn(asked))}`)).text()).toBe("0");
  });

  test("who asks the same while it is being answered joins that answer, and the model is asked once", async () => {
    const asked = question(`[hold] ${crypto.randomUUID()}`);
    const body = { id: thread, message: asked };
    const responses = [await owner.call("POST", "/api/chat", { body })];
    responses.push(await owner.call("POST", "/api/chat", { body }));
    await fetch(`${model}/release?${about(textIn(asked))}`);
    const [first, second] = await Promise.all(responses.map(readChat));
    expect(second).toEqual(first);
    expect(await texts(owner, thread)).toEqual([textIn(asked), `You said: ${textIn(asked)}`]);
  });

  test("a stop ends the answer and the model, and what was said is stored and marked by then", async () => {
    const asked = question(`[hold] ${crypto.randomUUID()}`);
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, message: asked } });
    const rest = await sawWords(response);
    expect((await owner.call("DELETE", answerTo(thread, asked))).status).toBe(204);

    const stored = await history(owner, thread);
    expect(stored.map(textOf)).toEqual([textIn(asked), "You said: "]);
    expect(stored[1]?.content.metadata).toEqual({ interrupted: true });
    await rest();
    const aborted = async () => (await fetch(`${model}/aborted?${about(textIn(asked))}`)).text();
    await vi.waitFor(async () => expect(await aborted()).toBe("1"), 10_000);
  });

  test("the answer in a thread that is deleted stops, and so does the model", async () => {
    const asked = question(`[hold] ${crypto.randomUUID()}`);
    const response = await owner.call("POST", "/api/chat", { body: { id: thread, message: asked } });
    const rest = await sawWords(response);
    expect((await owner.call("DELETE", `/api/threads/${thread}`)).status).toBe(204);
    await rest();
    const aborted = async () => (await fetch(`${model}/aborted?${about(textIn(asked))}`)).text();
    await vi.waitFor(async () => expect(await aborted()).toBe("1"), 10_000);
  });

  test("an answer that breaks off is kept as far as it came, and the reader is told", async () => {
    const body = { id: thread, message: question("Please [break] off") };
    const { text, error } = await readChat(await owner.call("POST", "/api/chat", { body }));
    expect([text, error]).toEqual(["You said: ", "The model did not answer. Try again."]);
    const stored = await history(owner, thread);
    expect(stored.map(textOf)).toEqual(["Please [break] off", "You said: "]);
    expect(stored[1]?.content.metadata).toEqual({ interrupted: true });
  });
});

/** Reads until the first words of the answer have come. What it returns reads the rest. */
async function sawWords(response: Response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let seen = "";
  while (!seen.includes("said: ")) {
    const chunk = await reader?.read();
    if (!chunk?.value) throw new Error(`The answer ended early: ${seen}`);
    seen += decoder.decode(chunk.value, { stream: true });
  }
  return async () => {
    while (!(await reader?.read())?.done);
  };
}
