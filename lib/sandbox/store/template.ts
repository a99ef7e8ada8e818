import { hashPassword } from "better-auth/crypto";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { account, user } from "@/db/auth-schema";
import { messages, threads } from "@/db/schema";
import type { MessageRow } from "@/server/message-schema";
import { seedPassword, seedUsers } from "../protocol/seed-users";
import { createActiveMistakes } from "./active-mistakes";
import { createDatabase } from "./database";
import { withWriteAheadLog } from "./file-header";
import { type SeedThread, seedThreads } from "./seed-threads";
import type { SandboxDatabase } from "./store";

/**
 * The file that every sandbox starts as: the example's migrations, two users, a few threads. It is made in memory, so a
 * start that ends half-way leaves nothing behind.
 */
export async function buildTemplate(): Promise<Buffer> {
  const db = createDatabase();
  try {
    migrate(db, { migrationsFolder: "examples/nextjs/drizzle" });
    createActiveMistakes(db.$client);
    const password = await hashPassword(seedPassword);
    db.transaction(() => seed(db, password, Date.now()));
    return withWriteAheadLog(db.$client.serialize());
  } finally {
    db.$client.close();
  }
}

function seed(db: SandboxDatabase, password: string, now: number) {
  for (const { id: userId, name, email } of seedUsers) {
    db.insert(user).values({ id: userId, name, email, emailVerified: true }).run();
    // As better-auth's own sign-up writes it.
    db.insert(account)
      .values({
        id: `${name.toLowerCase()}-credential`,
        accountId: userId,
        providerId: "credential",
        userId,
        password,
        updatedAt: new Date(now),
      })
      .run();
    for (const [index, thread] of seedThreads[name].entries())
      seedThread(db, userId, `${name.toLowerCase()}-${index + 1}`, thread, now);
  }
}

const minute = 60_000;

function seedThread(db: SandboxDatabase, userId: string, localId: string, thread: SeedThread, now: number) {
  const id = `thread-${localId}`;
  const { title, status = "regular" } = thread;
  const updatedAt = new Date(now - thread.minutesAgo * minute);
  const createdAt = new Date(updatedAt.getTime() - thread.messages.length * minute);
  db.insert(threads).values({ id, userId, localId, title, status, createdAt, updatedAt }).run();
  for (const [index, { parent_id: parentId, ...message }] of toRows(thread).entries()) {
    const sequence = index + 1;
    const sentAt = new Date(createdAt.getTime() + sequence * minute);
    db.insert(messages)
      .values({ threadId: id, parentId, sequence, ...message, createdAt: sentAt })
      .run();
  }
}

/** A seeded conversation, in the form in which the example stores one. */
export function toRows(thread: SeedThread): MessageRow[] {
  return thread.messages.map((text, index) => ({
    id: `message-${index + 1}`,
    parent_id: index === 0 ? null : `message-${index}`,
    format: "ai-sdk/v6",
    content: { role: index % 2 === 0 ? "user" : "assistant", parts: [{ type: "text", text }] },
  }));
}
