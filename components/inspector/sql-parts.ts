import type { Trace } from "~/lib/sandbox/protocol/trace";

type Statement = Trace["sql"][number];

/** A piece of a statement: its text, or the value that stands for a `?`. */
export type SqlPart = { text: string; kind: "text" | "value" | "user-id" };

const userColumn = /("user_id")/;

/**
 * A statement with its values in place, so that `where "user_id" = ?` is seen to be this user. `userIds` are the ids
 * that better-auth has found for a session.
 */
export function sqlParts({ text, params }: Statement, userIds: ReadonlySet<string>): SqlPart[] {
  // Drizzle writes names in double quotes and no literal with a question mark.
  return text.split("?").flatMap((piece, index, pieces) => {
    const parts: SqlPart[] = piece
      .split(userColumn)
      .filter((part) => part !== "")
      .map((part) => ({ text: part, kind: userColumn.test(part) ? "user-id" : "text" }));
    if (index === pieces.length - 1) return parts;
    // A trace that was cut may have fewer values than the statement has places.
    if (index >= params.length) return [...parts, { text: "?", kind: "text" }];
    const value = params[index];
    const kind = typeof value === "string" && userIds.has(value) ? "user-id" : "value";
    return [...parts, { text: shown(value), kind }];
  });
}

const shown = (value: Statement["params"][number] | undefined) =>
  typeof value === "string" ? `'${value}'` : String(value ?? "null");
