import Database from "better-sqlite3";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { maxUsesPerMinute } from "@/server/model-limit";
import { startExample } from "../support/example";
import { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question, row } from "./chat-body";
import { readChat } from "./chat-stream";

const { model, database } = inject("addresses");
const [alone] = apps;
if (!alone) throw new Error("There is no app.");

const many = 60;
const tooMany = { code: "TOO_MANY_QUESTIONS", message: expect.any(String) };

const ask = (visitor: Visitor, text = "Hi", thread?: string) =>
  visitor.call("POST", "/api/chat", { body: { id: thread, message: question(text) } });

const requestTitle = (visitor: Visitor, thread: string) =>
  visitor.call("POST", `/api/threads/${thread}/title`, { body: {} });

async function newThread(visitor: Visitor, text: string) {
  const body = { localId: crypto.randomUUID() };
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body });
  await visitor.json("POST", `/api/threads/${id}/messages`, { body: row(text) });
  return id;
}

/** Makes as many requests at once, and reads each answer to its end. */
async function atOnce(count: number, request: (index: number) => Promise<Response>) {
  const responses = await Promise.all(Array.from({ length: count }, (_, index) => request(index)));
  const bodies = await Promise.all(responses.map((response) => response.text()));
  return responses.map(({ status, headers }, index) => ({ status, headers, body: bodies[index] ?? "" }));
}

const useUp = (visitor: Visitor) => atOnce(maxUsesPerMinute, () => ask(visitor));

/** How often the model was asked for something with these words. */
const timesAsked = async (words: string) =>
  Number(await (await fetch(`${model}/asked?question=${encodeURIComponent(words)}`)).text());

/** Lets a minute pass for whoever has used the model. */
async function passMinute(visitor: Visitor) {
  const { user } = await visitor.json<{ user: { id: string } }>("GET", "/api/auth/get-session");
  const db = new Database(database);
  db.prepare("update model_uses set started_at = started_at - 60000 where user_id = ?").run(user.id);
  db.close();
}

function expectLimit(answers: Awaited<ReturnType<typeof atOnce>>) {
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(many - maxUsesPerMinute);
  for (const { status, headers, body } of refused) {
    expect([status, JSON.parse(body)]).toEqual([429, tooMany]);
    expect(headers.get("Retry-After")).toMatch(/^([1-9]|[1-5]\d|60)$/);
  }
}

describe.each(apps)("$name", (app) => {
  test("of many questions at once, the user gets as many answers as the limit says, and others get theirs", async () => {
    const { alice, bob } = await people(app, "alice", "bob");
    expectLimit(await atOnce(many, () => ask(alice)));
    expect((await readChat(await ask(bob))).error).toBeUndefined();
  });

  test("of many titles at once as well, and answers are counted apart", async () => {
    const { alice, bob } = await people(app, "alice", "bob");
    const threads: string[] = [];
    for (let made = 0; made < many; made++) threads.push(await newThread(alice, "Where is the harbour?"));
    expectLimit(await atOnce(many, (index) => requestTitle(alice, threads[index] ?? "")));
    const ofBob = await requestTitle(bob, await newThread(bob, "Where is the harbour?"));
    expect([ofBob.status, (await ask(alice)).status]).toEqual([200, 200]);
  });
});

describe("the example alone", () => {
  let alice: Visitor;
  let bob: Visitor;
  beforeEach(async () => {
    ({ alice, bob } = await people(alone, "alice", "bob"));
  });

  test("the model is not asked for what is refused", async () => {
    const words = crypto.randomUUID();
    await atOnce(many, () => ask(alice, words));
    expect(await timesAsked(words)).toBe(maxUsesPerMinute);

    const [first, second] = [await newThread(bob, words), await newThread(bob, words)];
    await atOnce(maxUsesPerMinute, async () => requestTitle(bob, await newThread(bob, "Another")));
    const refused = await atOnce(2, (index) => requestTitle(bob, index ? first : second));
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(await timesAsked(words)).toBe(maxUsesPerMinute);
  });

  test("after a minute the user may ask as much again", async () => {
    await useUp(alice);
    expect((await ask(alice)).status).toBe(429);
    await passMinute(alice);
    const again = await atOnce(maxUsesPerMinute + 1, () => ask(alice));
    expect(again.filter(({ status }) => status === 200)).toHaveLength(maxUsesPerMinute);
  });

  test("a question that is refused is kept, and answered when it is asked again", async () => {
    const thread = await newThread(alice, "Where is the harbour?");
    await useUp(alice);
    const [first] = await alice.json<{ id: string }[]>("GET", `/api/threads/${thread}/messages`);
    const body = { id: thread, message: question("And the lighthouse?"), parentId: first?.id };
    expect((await alice.call("POST", "/api/chat", { body })).status).toBe(429);
    const kept = await alice.json<{ id: string }[]>("GET", `/api/threads/${thread}/messages`);
    expect(kept.map(({ id }) => id)).toEqual([first?.id, body.message.id]);

    await passMinute(alice);
    const answer = await readChat(await alice.call("POST", "/api/chat", { body }));
    expect(answer.text).toBe("You said: And the lighthouse?");
    expect(await alice.json("GET", `/api/threads/${thread}/messages`)).toHaveLength(3);
  });

  test("a decision that is refused can be made again", async () => {
    const thread = await newThread(alice, "Where is the harbour?");
    const answer = await readChat(await ask(alice, '[call renameThread {"title":"Blue"}]', thread));
    const stored = await alice.json<Stored[]>("GET", `/api/threads/${thread}/messages`);
    const parts = stored.find(({ id }) => id === answer.id)?.content.parts ?? [];
    const approvals = parts.flatMap(({ approval }) =>
      approval ? [{ id: approval.id, approved: true }] : [],
    );
    const decide = () =>
      alice.call("POST", `/api/threads/${thread}/answer`, { body: { answerId: answer.id, approvals } });

    await useUp(alice);
    const refused = await decide();
    expect([refused.status, await refused.json()]).toEqual([429, tooMany]);
    expect(await alice.json("GET", `/api/threads/${thread}`)).toMatchObject({ title: null });

    await passMinute(alice);
    expect((await readChat(await decide())).error).toBeUndefined();
    expect(await alice.json("GET", `/api/threads/${thread}`)).toMatchObject({ title: "Blue" });
  });

  test("what is refused for another reason counts for nothing, nor does a title that is there", async () => {
    const theirs = await newThread(bob, "Bob's");
    const titled = await newThread(alice, "Where is the harbour?");
    await alice.json("PATCH", `/api/threads/${titled}`, { body: { title: "Harbour" } });
    const orphan = { id: titled, message: question("Hi"), parentId: "missing" };
    const chat = (body: object) => alice.call("POST", "/api/chat", { body });
    for (const request of [
      () => chat({}),
      () => chat(orphan),
      () => ask(alice, "Hi", theirs),
      () => requestTitle(alice, theirs),
      () => requestTitle(alice, titled),
    ]) {
      await atOnce(maxUsesPerMinute, request);
    }
    const answers = await useUp(alice);
    const titles = await atOnce(maxUsesPerMinute, async () =>
      requestTitle(alice, await newThread(alice, "Where is the harbour?")),
    );
    expect(new Set([...answers, ...titles].map(({ status }) => status))).toEqual(new Set([200]));
  });

  test("two instances on one database count together", async () => {
    const other = await startExample({
      DATABASE_FILE: database,
      OPENAI_BASE_URL: `${model}/v1`,
      OPENAI_API_KEY: "for-tests",
    });
    try {
      const carol = new Visitor(alice.origin);
      const { email, password } = await carol.signUp("carol");
      const there = new Visitor(other.url);
      await there.json("POST", "/api/auth/sign-in/email", { body: { email, password } });

      const words = crypto.randomUUID();
      expectLimit(await atOnce(many, (index) => ask(index % 2 ? carol : there, words)));
      expect(await timesAsked(words)).toBe(maxUsesPerMinute);
    } finally {
      await other.stop();
    }
  });
});

interface Stored {
  id: string;
  content: { parts: { approval?: { id: string } }[] };
}
