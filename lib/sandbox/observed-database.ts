import Database, { type Statement } from "better-sqlite3";
import type { ReadRows } from "./found-session";
import { currentRecorder } from "./scope";

/** A database that tells the request which is being answered of every statement it runs. */
export class ObservedDatabase extends Database {
  // biome-ignore lint/complexity/noBannedTypes: the signature is better-sqlite3's own.
  override prepare<Params extends unknown[] | {} = unknown[], Result = unknown>(source: string) {
    const statement = super.prepare<Params, Result>(source);
    observe(source, statement as Statement);
    return statement;
  }
}

/** Set on the statement itself, because `raw()` gives the same statement again. */
function observe(text: string, statement: Statement) {
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
  } finally {
    // A statement that fails is recorded too.
    const ms = performance.now() - start;
    if (typeof outcome === "number") recorder.add({ text, params, ms, rows: outcome });
    else recorder.add({ text, params, ms, rows: outcome.rows.length }, outcome);
  }
}
