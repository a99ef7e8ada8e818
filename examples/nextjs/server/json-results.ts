import "server-only";
import type { ToolSet } from "ai";

// #region json-results
/**
 * The same tools, whose results are what JSON makes of them. A result that JSON cannot
 * hold fails as a call, and the model is told. Passed on, it would tear the stream in
 * which it stands, and the answer could not be stored.
 */
export function withJsonResults(tools: ToolSet): ToolSet {
  const entries = Object.entries(tools).map(([name, { execute, ...tool }]) => [
    name,
    execute ? { ...tool, execute: withJsonResult(execute) } : tool,
  ]);
  return Object.fromEntries(entries);
}

type Execute = NonNullable<ToolSet[string]["execute"]>;

const withJsonResult =
  (execute: Execute): Execute =>
  (input, options) => {
    const result: unknown = execute(input, options);
    return isAsyncIterable(result)
      ? mapResults(result)
      : Promise.resolve(result).then(toJson);
  };

/** A tool may yield what it has so far, and at last its result. */
async function* mapResults(results: AsyncIterable<unknown>) {
  for await (const result of results) yield toJson(result);
}

const toJson = (result: unknown): unknown =>
  JSON.parse(JSON.stringify(result) ?? "null");

const isAsyncIterable = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === "object" && result !== null && Symbol.asyncIterator in result;
// #endregion json-results
