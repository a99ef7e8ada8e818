import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { validateUIMessages } from "ai";
import { verifyPassword } from "better-auth/crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageRow } from "@/server/message-schema";
import { seedPassword, seedUsers } from "../protocol/seed-users";
import { seedThreads } from "./seed-threads";
import { buildTemplate, toRows } from "./template";

const seeds = Object.values(seedThreads).flat();

test.each(seeds)("'$title' has the form in which the example stores a conversation", async (thread) => {
  const rows = toRows(thread);
  const questions = rows.filter(({ content }) => content.role === "user");
  expect(questions.map((row) => messageRow.parse(row))).toEqual(questions);
  const messages = rows.map(({ id, content }) => ({ id, ...content }));
  expect(await validateUIMessages({ messages })).toEqual(messages);
  expect(rows.map(({ content }) => content.role)).toEqual(
    thread.messages.map((_, index) => (index % 2 === 0 ? "user" : "assistant")),
  );
  expect(rows.at(-1)?.content.role).toBe("assistant");
});

test("each user has a few threads, and somewhere there is code", () => {
  for (const threads of Object.values(seedThreads)) expect(threads.length).toBeGreaterThanOrEqual(3);
  expect(seeds.some(({ messages }) => messages.some((text) => text.includes("```ts")))).toBe(true);
});

describe("the file", () => {
  let client: Database.Database;
  let bytes: number;
  let file: string;
  beforeAll(async () => {
    const template = await buildTemplate();
    bytes = template.length;
    file = join(mkdtempSync(join(tmpdir(), "template-")), "sandbox.db");
    writeFileSync(file, template);
    client = new Database(file);
  });
  afterAll(() => {
    client.close();
    rmSync(dirname(file), { recursive: true });
  });

  test("is small, whole, and every message has its parent", () => {
    expect(bytes).toBeLessThan(64 * 1024);
    expect(client.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(client.pragma("foreign_key_check")).toEqual([]);
    expect(client.prepare("select count(*) from threads").pluck().get()).toBe(seeds.length);
  });

  test("knows the password that the demos show", async () => {
    const hashes = client.prepare<[], string>("select password from account").pluck().all();
    expect(hashes).toHaveLength(seedUsers.length);
    for (const hash of hashes) expect(await verifyPassword({ hash, password: seedPassword })).toBe(true);
  });
});
