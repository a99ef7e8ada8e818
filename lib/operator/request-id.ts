import { AsyncLocalStorage } from "node:async_hooks";

// As with the meter, the server and the routes see one.
const key = Symbol.for("guide.request-id");
const holder = globalThis as { [key]?: AsyncLocalStorage<string> };
holder[key] ??= new AsyncLocalStorage<string>();
const storage = holder[key];

/** Answers a request under an id that the operator's log names. */
export const withRequestId = (id: string, answer: () => void) => storage.run(id, answer);

/** The id of the request that is being answered, if requests are logged. */
export const requestId = () => storage.getStore();
