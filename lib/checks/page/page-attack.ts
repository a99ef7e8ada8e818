import type { App } from "../app";
import type { AttackName } from "../attacks";
import type { Findings } from "../findings";
import type { PageTransport } from "./page-transport";

export type PageApp = App<PageTransport>;

/** An attack as a page makes it: one that the verifier makes too, or a part of it that takes a browser or the seeded threads. */
export interface PageAttack {
  /** Of the attack that it is, or is a part of. */
  name: AttackName;
  run(app: PageApp, found: Findings): Promise<void>;
}
