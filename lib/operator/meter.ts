// Node runs this file as it is, for the server, and Next.js bundles it, for the routes. Both see one meter.

/** What the operator of a site counts of what only its routes know. */
export interface Meter {
  sandbox(event: "made" | "evicted"): void;
  /** A request was refused, under this code of its error. */
  refused(code: string): void;
  askedModel(route: string): void;
  /** Where to ask how many there are now. */
  watch(counts: () => { sandboxes: number; openDatabases: number }): void;
}

const key = Symbol.for("guide.meter");
const holder = globalThis as { [key]?: Meter };

/** The meter, if the operator wants one. */
export const meter = () => holder[key];

export function installMeter(installed: Meter) {
  holder[key] = installed;
}
