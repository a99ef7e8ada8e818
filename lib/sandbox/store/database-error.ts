/**
 * What a database error means for the visitor: no room is left, the disk takes nothing, or the file itself is unusable.
 */
export type DatabaseError = "full" | "unwritable" | "broken";

// Not SQLITE_CANTOPEN or SQLITE_IOERR as a whole: those come from a machine in trouble, and the file may be sound.
const broken = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|READONLY_DBMOVED)/;

// A disk that is full, over its quota or read-only, on which SQLite cannot open a log either; and a folder out of reach.
const unwritable =
  /^(SQLITE_(READONLY|CANTOPEN|IOERR_(WRITE|SHM|FSYNC|TRUNCATE)).*|ENOSPC|EDQUOT|EROFS|EFBIG|EACCES|EPERM|ENOENT|ENOTDIR)$/;

/** The database's error in an error that others may have wrapped. Undefined if the database is not the cause. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (code === "SQLITE_FULL") return "full";
    if (broken.test(code)) return "broken";
    if (unwritable.test(code)) return "unwritable";
  }
  return undefined;
}
