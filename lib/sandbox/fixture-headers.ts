import { AsyncLocalStorage } from "node:async_hooks";

// Stands in for next/headers in tests.

const incoming = new AsyncLocalStorage<Headers>();

/** Runs the answering of one request. */
export const withHeaders = <Result>(request: Request, run: () => Result) =>
  incoming.run(request.headers, run);

/** The headers of the request that is being answered. */
export async function headers() {
  const current = incoming.getStore();
  if (!current) throw new Error("headers() was called outside a request.");
  return current;
}
