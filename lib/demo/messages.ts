// What a demo page and the guide's page around it say to each other.

/** To the demo page: act as a reader would who fills in the form. */
export type Order = { type: "demo-sign-in"; email: string; password: string } | { type: "demo-sign-out" };

/** From the demo page: who is signed in there. Null: nobody. */
export interface Report {
  type: "demo-user";
  name: string | null;
  email: string | null;
  /** Why the last order was not carried out. */
  error?: string;
}

// Both sides take messages only from the window and the origin that they expect, so the type is all that is asked here.
export const isOrder = (data: { type?: string } | null): data is Order =>
  data?.type === "demo-sign-in" || data?.type === "demo-sign-out";

export const isReport = (data: { type?: string } | null): data is Report => data?.type === "demo-user";

/** From the demo page, of one request to the example's API: first that it starts, then how it goes. */
export type RequestReport = { type: "demo-request"; id: string } & (
  | { phase: "start"; method: string; path: string }
  /** `trace` is the header as it came. A body that is not JSON is still on its way. */
  | { phase: "answer"; status: number; ms: number; trace: string | null; isStreaming: boolean }
  | { phase: "end" }
  | { phase: "failed" }
);

export const isRequestReport = (data: { type?: string } | null): data is RequestReport =>
  data?.type === "demo-request";
