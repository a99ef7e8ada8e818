import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { user } from "@/db/auth-schema";
import { messages, threads } from "@/db/schema";
import { appendMessages, removeAbandonedThreads, removeMessages, replaceMessage } from "@/server/history";
import type { MessageRow } from "@/server/message-schema";

const db = vi.hoisted(() => ({ current: undefined as unknown }));

vi.mock("@/db", () => ({
  get db() {
    return db.current;
  },
}));

function freshDatabase() {
  const client = new Database(":memory:");
  client.pragma("foreign_keys = ON");
  const fresh = drizzle(client);
  migrate(fresh, { migrationsFolder: "examples/nextjs/drizzle" });
  for (const id of ["alice", "bob"]) {
    fresh
      .insert(user)
      .values({ id, name: id, email: `${id}@example.com` })
      .run();
    fresh
      .insert(threads)
      .values({ id: `thread-of-${id}`, userId: id, localId: "1", updatedAt: new Date(0) })
      .run();
  }
  return fresh;
}

const row = (id: string, parent_id: string | null, text = id): MessageRow => ({
  id,
  parent_id,
  format: "ai-sdk/v6",
  content: { role: "user", parts: [{ type: "text", text }] },
});

let database: ReturnType<typeof freshDatabase>;
beforeEach(() => {
  database = freshDatabase();
  db.current = database;
});

const stored = () => database.select().from(messages).orderBy(messages.threadId, messages.sequence).all();
const links = () => stored().map(({ id, parentId }) => `${parentId} < ${id}`);
const activity = () =>
  database
    .select()
    .from(threads)
    .all()
    .map((thread) => thread.updatedAt.getTime());

describe("appendMessages", () => {
  test("numbers the messages of each thread on their own, parents first", () => {
    appendMessages("alice", "thread-of-alice", [row("a", null), row("b", "a")]);
    appendMessages("bob", "thread-of-bob", [row("a", null)]);
    expect(stored().map(({ threadId, id, sequence }) => [threadId, id, sequence])).toEqual([
      ["thread-of-alice", "a", 1],
      ["thread-of-alice", "b", 2],
      ["thread-of-bob", "a", 1],
    ]);
  });

  test("leaves what is already there as it is, and the thread where it was in the list", () => {
    expect(appendMessages("alice", "thread-of-alice", [row("a", null, "first")])).toBe("added");
    database
      .update(threads)
      .set({ updatedAt: new Date(0) })
      .run();
    expect(appendMessages("alice", "thread-of-alice", [row("a", null, "second")])).toBe("unchanged");
    expect(stored()[0]?.content.parts).toEqual([{ type: "text", text: "first" }]);
    expect(activity()).toEqual([0, 0]);
  });

  test("moves the thread, and only that one, to the top of the list", () => {
    appendMessages("alice", "thread-of-alice", [row("a", null)]);
    expect(activity()).toEqual([expect.toSatisfy((time: number) => time > 0), 0]);
  });

  test("writes nothing when the parent is not in the thread", () => {
    appendMessages("bob", "thread-of-bob", [row("a", null)]);
    expect(appendMessages("alice", "thread-of-alice", [row("b", "a"), row("c", "b")])).toBe("no parent");
    expect(links()).toEqual(["null < a"]);
  });
});

test("an id that two users chose names two messages", () => {
  appendMessages("alice", "thread-of-alice", [row("same", null, "Alice's")]);
  replaceMessage("bob", "thread-of-bob", row("same", null, "Bob's"));
  expect(stored().map(({ content }) => content.parts)).toEqual([
    [{ type: "text", text: "Alice's" }],
    [{ type: "text", text: "Bob's" }],
  ]);
});

test("replaceMessage adds a message whose first write was lost", () => {
  expect(replaceMessage("alice", "thread-of-alice", row("a", null))).toBe("replaced");
  expect(replaceMessage("alice", "thread-of-alice", row("c", "b"))).toBe("no parent");
  expect(links()).toEqual(["null < a"]);
});

describe("removeMessages", () => {
  beforeEach(() => {
    appendMessages("alice", "thread-of-alice", [row("a", null), row("b", "a"), row("c", "b"), row("d", "c")]);
  });

  test.each([
    [["b"], ["null < a", "a < c", "c < d"]],
    [
      ["b", "c"],
      ["null < a", "a < d"],
    ],
    [
      ["c", "b"],
      ["null < a", "a < d"],
    ],
    [["a"], ["null < b", "b < c", "c < d"]],
    [["a", "b", "c", "d"], []],
  ])("%j: what answered them moves up", (ids, left) => {
    expect(removeMessages("alice", "thread-of-alice", new Set(ids))).toBe("removed");
    expect(links()).toEqual(left);
  });

  test("removes nothing when one of them is not there", () => {
    expect(removeMessages("alice", "thread-of-alice", new Set(["b", "x"]))).toBe("not found");
    expect(stored()).toHaveLength(4);
  });
});

test("another user's thread is as good as none", () => {
  appendMessages("alice", "thread-of-alice", [row("a", null)]);
  const before = stored();
  for (const threadId of ["thread-of-alice", "nowhere"]) {
    expect(appendMessages("bob", threadId, [row("b", null)])).toBe("no thread");
    expect(replaceMessage("bob", threadId, row("a", null, "changed"))).toBe("no thread");
    expect(removeMessages("bob", threadId, new Set(["a"]))).toBe("not found");
  }
  expect(stored()).toEqual(before);
});

test("a user who is deleted takes threads and messages along", () => {
  appendMessages("alice", "thread-of-alice", [row("a", null), row("b", "a")]);
  database.delete(user).run();
  expect(stored()).toEqual([]);
  expect(database.select().from(threads).all()).toEqual([]);
});

describe("removeAbandonedThreads", () => {
  const thread = (id: string, userId: string, minutesAgo: number) => ({
    id,
    userId,
    localId: id,
    createdAt: new Date(Date.now() - minutesAgo * 60_000),
  });

  test("removes the user's own threads that never got a message, an hour after they were made", async () => {
    database.delete(threads).run();
    database
      .insert(threads)
      .values([
        thread("old and empty", "alice", 61),
        thread("young and empty", "alice", 59),
        thread("old with a message", "alice", 61),
        thread("another user's", "bob", 61),
      ])
      .run();
    appendMessages("alice", "old with a message", [row("a", null)]);

    await removeAbandonedThreads("alice");
    const left = database.select().from(threads).all();
    expect(left.map(({ id }) => id)).toEqual(["young and empty", "old with a message", "another user's"]);
  });
});
