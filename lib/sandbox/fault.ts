/** What a database error means for the visitor: no room is left, or the file itself is unusable. */
export type Fault = "full" | "broken";

const broken = /^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|READONLY)/;

/** Finds the cause in an error, which others may have wrapped. Undefined: the fault is not the database's. */
export function faultOf(error: unknown): Fault | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (code === "SQLITE_FULL") return "full";
    if (broken.test(code)) return "broken";
  }
  return undefined;
}
