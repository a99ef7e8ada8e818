import type { Database } from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type * as authSchema from "@/db/auth-schema";
import type * as schema from "@/db/schema";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import type { Network } from "../http/addresses";

/**
 * Where the visitors' databases are. Nothing outside this folder knows that they are SQLite files: another kind of
 * storage implements this interface.
 */
export interface SandboxStore {
  /** Makes a sandbox for a visitor from this network, and the token that opens it. Only the visitor's cookie holds the token. */
  create(network: Network): Promise<{ token: string } | Refusal>;
  /** Opens the sandbox of a token for the length of one request. Null: there is none, or no longer. */
  open(token: string): Promise<SandboxHandle | null>;
  /** Deletes the sandbox and all that is in it. Requests that are under way may finish first. */
  remove(token: string): Promise<void>;
  /** Closes what nobody uses now, and deletes what nobody has used for longer than the time to live. */
  sweep(): Promise<void>;
  /** How many sandboxes there are, and how many of their databases are open. */
  counts(): { sandboxes: number; openDatabases: number };
  /** Closes every database. */
  close(): Promise<void>;
}

/** Why no sandbox can be made: those that there are were used lately, or the disk takes no more. */
export type Refusal = "network is full" | "site is full" | "disk is full";

/** The type of the example's own `db`. */
export type SandboxDatabase = BetterSQLite3Database<typeof authSchema & typeof schema> & {
  $client: Database;
};

/** One sandbox, in use. Its database stays open until the handle is released. */
export interface SandboxHandle {
  /** Tells sandboxes apart, and opens none. */
  readonly id: string;
  readonly db: SandboxDatabase;
  /** How much the database may still grow. */
  freeBytes(): number;
  /** Whether the disk has less room left than it must. */
  isDiskFull(): boolean;
  /** Whether the database can be read from end to end. */
  isSound(): boolean;
  /** The mistakes that the visitor has switched on. They are kept with the database, and deleted with it. */
  activeMistakes(): MistakeName[];
  setActiveMistakes(names: MistakeName[]): void;
  /** Puts a fresh database in the place of a damaged one. */
  replace(): void;
  release(): void;
}
