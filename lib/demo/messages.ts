// Messages between a demo page and the guide's page around it.

/** To the demo page: sign in or out, as a reader does with the form. */
export type Order = { type: "demo-sign-in"; email: string; password: string } | { type: "demo-sign-out" };

/** From the demo page: the user who is signed in there. Null if nobody is. */
export interface Report {
  type: "demo-user";
  name: string | null;
  email: string | null;
  /** Why the last order was not carried out. */
  error?: string;
}

// Both sides check the window and the origin of a message first, so only its type is left to check.
export const isOrder = (data: { type?: string } | null): data is Order =>
  data?.type === "demo-sign-in" || data?.type === "demo-sign-out";

export const isReport = (data: { type?: string } | null): data is Report => data?.type === "demo-user";

/** From the demo page: the visitor's sandbox was gone, and there is a fresh one. */
export interface Loss {
  type: "demo-sandbox-lost";
}

export const isLoss = (data: { type?: string } | null): data is Loss => data?.type === "demo-sandbox-lost";

/** From the demo page: the progress of one request to the example's API. */
export type RequestReport = { type: "demo-request"; id: string } & (
  | { phase: "start"; method: string; path: string }
  /** `trace` is the encoded header. A body that is not JSON may still be streaming. */
  | { phase: "answer"; status: number; ms: number; trace: string | null; isStreaming: boolean }
  /** `trace` is the one at the end of a stream. */
  | { phase: "end"; trace: string | null }
  | { phase: "failed" }
);

export const isRequestReport = (data: { type?: string } | null): data is RequestReport =>
  data?.type === "demo-request";
