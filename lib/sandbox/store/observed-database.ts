import Database, { type Statement } from "better-sqlite3";
import type { ReadRows } from "../trace/session-observer";
import { StatementCache } from "../trace/statement-cache";
import { databaseErrorOf } from "./database-error";
import { currentRecorder } from "./scope";

/**
 * A database that records each statement for the request that is being answered. It compiles a statement once: drizzle
 * prepares the same few again for each query, which costs more than running them.
 */
export class ObservedDatabase extends Database {
  // Up to 200 databases are open, and each remembers its own.
  readonly #statements = new StatementCache<Statement>(64);

  // biome-ignore lint/complexity/noBannedTypes: the signature is better-sqlite3's own.
  override prepare<Params extends unknown[] | {} = unknown[], Result = unknown>(source: string) {
    const compile = () => super.prepare<Params, Result>(source);
    const statement = this.#statements.get(source, () => observed(source, compile() as Statement));
    // A new statement returns rows as objects. Callers that want lists call `raw()` just before they read.
    if (statement.reader) statement.raw(false);
    // The caller chooses the types, as with better-sqlite3's own method.
    return statement as ReturnType<typeof compile>;
  }
}

/** Changes the statement itself, because `raw()` returns the same object. */
function observed(text: string, statement: Statement) {
  const { all, get, run } = statement;
  const columns = () => statement.columns();

  statement.all = (...params) =>
    timed(
      text,
      params,
      () => all.apply(statement, params),
      (rows) => ({ rows, columns }),
    );
  statement.get = (...params) =>
    timed(
      text,
      params,
      () => get.apply(statement, params),
      (row) => ({ rows: row === undefined ? [] : [row], columns }),
    );
  statement.run = (...params) =>
    timed(
      text,
      params,
      () => run.apply(statement, params),
      ({ changes }) => changes,
    );
  return statement;
}

function timed<Result>(
  text: string,
  params: unknown[],
  execute: () => Result,
  effect: (result: Result) => ReadRows | number,
): Result {
  const recorder = currentRecorder();
  if (!recorder) return execute();

  const start = performance.now();
  let outcome: ReadRows | number = 0;
  try {
    const result = execute();
    outcome = effect(result);
    return result;
  } catch (error) {
    if (databaseErrorOf(error)) recorder.error ??= error;
    throw error;
  } finally {
    // A statement that fails is recorded too.
    const ms = performance.now() - start;
    if (typeof outcome === "number") recorder.add({ text, params, ms, rows: outcome });
    else recorder.add({ text, params, ms, rows: outcome.rows.length }, outcome);
  }
}
