import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { MessageContent } from "@/server/message-schema";
import { user } from "./auth-schema";

const now = () => new Date();

// #region threads
export const threads = sqliteTable(
  "threads",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    localId: text("local_id").notNull(),
    title: text("title"),
    status: text("status", { enum: ["regular", "archived"] })
      .notNull()
      .default("regular"),
    custom: text("custom", { mode: "json" }).$type<Record<string, unknown>>(),
    createdAt: integer("created_at", { mode: "timestamp_ms" })
      .notNull()
      .$default(now),
    // The time of the last message. A rename does not change it.
    updatedAt: integer("updated_at", { mode: "timestamp_ms" })
      .notNull()
      .$default(now),
  },
  (table) => [
    // A client that repeats its request for a new thread gets the same thread, not
    // another one.
    uniqueIndex("threads_user_local_id").on(table.userId, table.localId),
    index("threads_user_updated").on(table.userId, table.updatedAt, table.id),
  ],
);
// #endregion threads

// #region messages
export const messages = sqliteTable(
  "messages",
  {
    threadId: text("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    id: text("id").notNull(),
    parentId: text("parent_id"),
    // Orders the messages of a thread, parents first. A time does not: two messages
    // can have the same millisecond.
    sequence: integer("sequence").notNull(),
    format: text("format").notNull(),
    content: text("content", { mode: "json" }).$type<MessageContent>().notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" })
      .notNull()
      .$default(now),
  },
  (table) => [
    // Clients choose the ids of messages. With `id` alone as the key, one user's write
    // could overwrite another user's row.
    primaryKey({ columns: [table.threadId, table.id] }),
    foreignKey({
      columns: [table.threadId, table.parentId],
      foreignColumns: [table.threadId, table.id],
    }),
    uniqueIndex("messages_thread_sequence").on(table.threadId, table.sequence),
    index("messages_thread_parent").on(table.threadId, table.parentId),
  ],
);
// #endregion messages

// #region model-uses
/** How often each user has lately asked the model, for what. */
export const modelUses = sqliteTable(
  "model_uses",
  {
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    use: text("use", { enum: ["answer", "title"] }).notNull(),
    // The uses since this time are counted together.
    startedAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.use] })],
);
// #endregion model-uses
