import type { MistakeName } from "~/lib/mistakes/mistakes";
import type { SandboxDatabase } from "./database";

/**
 * Where the visitors' databases are. This is the one seam between the sandbox and the place in which it is kept:
 * nothing outside `lib/sandbox/` knows that the place is a folder of SQLite files.
 */
export interface SandboxStore {
  /** Makes a sandbox, and the token that opens it. Only the visitor's cookie holds the token. */
  create(): Promise<string>;
  /** Opens the sandbox of a token for the length of one request. Null: there is none, or no longer. */
  open(token: string): Promise<Lease | null>;
  /** Deletes the sandbox and all that is in it. Requests that are under way may finish first. */
  remove(token: string): Promise<void>;
  /** Deletes what nobody has used for longer than the time to live. */
  sweep(): Promise<void>;
  /** Closes every database. */
  close(): Promise<void>;
}

/** The right to use one sandbox. Until it is released, the database stays open. */
export interface Lease {
  /** Tells sandboxes apart, and opens none. */
  readonly id: string;
  readonly db: SandboxDatabase;
  /** How much the database may still grow. */
  freeBytes(): number;
  /** Whether the database can be read from end to end. */
  isSound(): boolean;
  /** The mistakes that the visitor has switched on. They are kept with the database, and go with it. */
  mistakes(): MistakeName[];
  setMistakes(names: MistakeName[]): void;
  /** Puts a fresh database in the place of a damaged one. */
  replace(): void;
  release(): void;
}
