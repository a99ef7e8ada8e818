import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "@/db/auth-schema";

// #region table
export const files = sqliteTable("files", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  type: text("type").notNull(),
  size: integer("size").notNull(),
  data: blob("data", { mode: "buffer" }).notNull(),
});
// #endregion table
