/** The header in which a page asks for what a browser does not let it do to its own requests. */
export const simulateHeader = "x-demo-simulate";

export const simulations = [
  /** The page of another site sends the request. */
  "foreign-origin",
  /** The browser drops no cookie, whatever the answer tells it to. */
  "keep-cookies",
] as const;

export type Simulation = (typeof simulations)[number];
