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
