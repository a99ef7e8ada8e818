import { beforeEach, describe, expect, inject, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question, row } from "./chat-body";
import { readChat } from "./chat-stream";

interface Part {
  type: string;
  state?: string;
  input?: unknown;
  output?: unknown;
  approval?: { id: string; approved?: boolean };
}

interface Row {
  id: string;
  parent_id: string | null;
  content: { role: string; parts: Part[] };
}

const { model } = inject("addresses");
const [alone] = apps;
if (!alone) throw new Error("There is no app.");

let alice: Visitor;
let bob: Visitor;
let thread: string;
beforeEach(async () => {
  ({ alice, bob } = await people(alone, "alice", "bob"));
  thread = await newThread(alice);
});

async function newThread(visitor: Visitor, ...texts: string[]) {
  const body = { localId: crypto.randomUUID() };
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body });
  for (const text of texts) {
    const written = await visitor.call("POST", `/api/threads/${id}/messages`, { body: row(text) });
    expect(written.status).toBe(201);
  }
  return id;
}

/** Asks the model to call a tool with these arguments. */
async function callTool(visitor: Visitor, thread: string, tool: string, args: object) {
  const message = question(`[call ${tool} ${JSON.stringify(args)}]`);
  const response = await visitor.call("POST", "/api/chat", { body: { id: thread, message } });
  expect(response.status).toBe(200);
  return { ...(await readChat(response)), question: message };
}

const history = (visitor: Visitor, thread: string) =>
  visitor.json<Row[]>("GET", `/api/threads/${thread}/messages`);

/** The call of a tool as it is stored in an answer. */
async function storedCall(visitor: Visitor, thread: string, answerId: string | undefined) {
  const stored = (await history(visitor, thread)).find(({ id }) => id === answerId);
  return stored?.content.parts.find(({ type }) => type.startsWith("tool-"));
}

const decide = (visitor: Visitor, thread: string, body: unknown) =>
  visitor.call("POST", `/api/threads/${thread}/answer`, { body });

const titleOf = async (visitor: Visitor, thread: string) =>
  (await visitor.json<{ title: string | null }>("GET", `/api/threads/${thread}`)).title;

/** A rename that waits for its user. */
async function askToRename(visitor: Visitor, thread: string, args: object) {
  const { id: answerId, error } = await callTool(visitor, thread, "renameThread", args);
  expect(error).toBeUndefined();
  const call = await storedCall(visitor, thread, answerId);
  expect(call).toMatchObject({ state: "approval-requested", input: args });
  return { answerId, approvalId: call?.approval?.id ?? "" };
}

describe("a search of the threads", () => {
  test("finds the user's own by their title and their messages, and nobody else's", async () => {
    const said = await newThread(alice, "The harbour is blue");
    const titled = await newThread(alice);
    await alice.call("PATCH", `/api/threads/${titled}`, { body: { title: "Harbour walk" } });
    await newThread(alice, "The hill is green");
    await newThread(bob, "The harbour is Bob's");

    const answer = await callTool(alice, thread, "searchThreads", { words: "harbour" });
    const call = await storedCall(alice, thread, answer.id);
    expect(call?.state).toBe("output-available");
    expect(call?.output).toHaveLength(2);
    expect(call?.output).toEqual(
      expect.arrayContaining([
        { id: said, title: null },
        { id: titled, title: "Harbour walk" },
      ]),
    );
    expect(answer.text).toMatch(/^It gave: /);
  });

  test.each(["%", "_", "\\"])("takes %s for what it is", async (sign) => {
    await newThread(alice, "Nothing of that kind");
    const found = await newThread(alice, `Now ${sign} here`);
    const answer = await callTool(alice, thread, "searchThreads", { words: sign });
    expect((await storedCall(alice, thread, answer.id))?.output).toEqual([{ id: found, title: null }]);
  });

  test("takes no user's id from the model", async () => {
    const { user } = await bob.json<{ user: { id: string } }>("GET", "/api/auth/get-session");
    await newThread(bob, "The harbour is Bob's");
    const args = { words: "harbour", userId: user.id };
    const answer = await callTool(alice, thread, "searchThreads", args);
    const call = await storedCall(alice, thread, answer.id);
    expect(call?.state).toBe("output-error");
    expect(JSON.stringify(await history(alice, thread))).not.toContain("Bob's");
  });
});

describe("a rename", () => {
  test("waits for the user, is done when they agree, and the answer goes on under its id", async () => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    expect(await titleOf(alice, thread)).toBeNull();

    const approvals = [{ id: approvalId, approved: true }];
    const response = await decide(alice, thread, { answerId, approvals });
    expect(response.status).toBe(200);
    const goesOn = await readChat(response);
    expect(goesOn).toMatchObject({ id: answerId, error: undefined });
    expect(goesOn.text).toMatch(/^It gave: /);

    expect(await titleOf(alice, thread)).toBe("Blue");
    const stored = await history(alice, thread);
    expect(stored).toHaveLength(2);
    expect(await storedCall(alice, thread, answerId)).toMatchObject({
      state: "output-available",
      output: { id: thread, title: "Blue" },
    });
  });

  test("is not done when they decline", async () => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    const approvals = [{ id: approvalId, approved: false }];
    await readChat(await decide(alice, thread, { answerId, approvals }));
    expect(await titleOf(alice, thread)).toBeNull();
    expect((await storedCall(alice, thread, answerId))?.state).toBe("output-denied");
  });

  test("reaches no thread of another user, though the model names it and the user agrees", async () => {
    const theirs = await newThread(bob, "Bob's");
    const args = { threadId: theirs, title: "Alice was here" };
    const { answerId, approvalId } = await askToRename(alice, thread, args);
    const approvals = [{ id: approvalId, approved: true }];
    await readChat(await decide(alice, thread, { answerId, approvals }));
    expect(await titleOf(bob, theirs)).toBeNull();
    expect((await storedCall(alice, thread, answerId))?.output).toEqual({
      error: "The user has no such thread.",
    });
  });

  test("is decided once, also by two at once", async () => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    const approvals = [{ id: approvalId, approved: true }];
    const both = await Promise.all([1, 2].map(() => decide(alice, thread, { answerId, approvals })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await Promise.all(both.map((response) => response.text()));

    const again = await decide(alice, thread, { answerId, approvals });
    expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ code: "NOT_ASKED" })]);
  });

  test("that nobody decides leaves the thread open for the next question", async () => {
    const { answerId } = await askToRename(alice, thread, { title: "Blue" });
    const message = question("And now?");
    const body = { id: thread, message, parentId: answerId };
    const answer = await readChat(await alice.call("POST", "/api/chat", { body }));
    expect(answer).toMatchObject({ text: "You said: And now?", error: undefined });
    expect(await titleOf(alice, thread)).toBeNull();
  });
});

describe("a decision", () => {
  test.each([
    ["names no call that waits", (approvalId: string) => [{ id: `${approvalId}x`, approved: true }]],
    [
      "names more than was asked",
      (approvalId: string) => [
        { id: approvalId, approved: true },
        { id: "made-up", approved: true },
      ],
    ],
  ])("that %s is refused, and changes nothing", async (_, approvalsFor) => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    const response = await decide(alice, thread, { answerId, approvals: approvalsFor(approvalId) });
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: "NOT_ASKED" }),
    ]);
    expect((await storedCall(alice, thread, answerId))?.state).toBe("approval-requested");
    expect(await titleOf(alice, thread)).toBeNull();
  });

  test.each([
    ["other arguments", { input: { title: "Red" } }],
    ["a result", { output: { title: "Red" } }],
  ])("that comes with %s is refused, and changes nothing", async (_, further) => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    const approvals = [{ id: approvalId, approved: true, ...further }];
    const response = await decide(alice, thread, { answerId, approvals });
    expect(response.status).toBe(400);
    expect((await storedCall(alice, thread, answerId))?.state).toBe("approval-requested");
  });

  test("is the owner's: for others there is no such answer, and the model is not asked", async () => {
    const { answerId, approvalId } = await askToRename(alice, thread, { title: "Blue" });
    const approvals = [{ id: approvalId, approved: true }];
    const response = await decide(bob, thread, { answerId, approvals });
    const missing = await decide(bob, crypto.randomUUID(), { answerId, approvals });
    expect([response.status, missing.status]).toEqual([404, 404]);
    expect(await response.text()).toBe(await missing.text());
    expect(await titleOf(alice, thread)).toBeNull();
  });
});

test("a question after an answer with tools is told what they gave", async () => {
  await newThread(alice, "The harbour is blue");
  const first = await callTool(alice, thread, "searchThreads", { words: "harbour" });
  const message = question("[recall] all");
  const body = { id: thread, message, parentId: first.id };
  const answer = await readChat(await alice.call("POST", "/api/chat", { body }));
  expect(answer.error).toBeUndefined();
  expect(answer.text).toContain("It gave: ");
  expect(await (await fetch(`${model}/asked?question=${encodeURIComponent("[recall] all")}`)).text()).toBe(
    "1",
  );
});
