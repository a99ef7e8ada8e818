import { type Cookie, partsOf } from "../http/cookies";
import { isSandboxCookie } from "../http/sandbox-cookie";
import { Secrets } from "./secrets";
import { type ReadRows, SessionObserver } from "./session-observer";

/** A statement that was run. */
export interface Statement {
  text: string;
  params: unknown[];
  ms: number;
  /** Rows that were read, or changed. */
  rows: number;
}

/** More than fit into a header. */
const maxStatements = 64;

/** Records what one request does, until it is closed. */
export class Recorder {
  readonly cookieNames: string[];
  readonly secrets = new Secrets();
  readonly statements: Statement[] = [];
  /** There were more statements than it keeps. */
  isCut = false;
  /** The first fault of the database, such as that it is full. The app may have answered without a word of it. */
  error: unknown;
  #isOpen = true;
  #ms: number | undefined;
  readonly #start = performance.now();
  readonly #observer: SessionObserver;

  /** The sandbox's own cookie is a secret too, although the example does not see it. */
  constructor(cookies: Cookie[]) {
    const values = cookies.flatMap(({ value }) => partsOf(value));
    this.cookieNames = cookies.filter((cookie) => !isSandboxCookie(cookie)).map(({ name }) => name);
    this.secrets.add(values);
    this.#observer = new SessionObserver(values);
  }

  add(statement: Statement, read?: ReadRows) {
    if (!this.#isOpen) return;
    if (read) this.#observer.observe(statement.text, read);
    if (this.statements.length < maxStatements) this.statements.push(statement);
    else this.isCut = true;
  }

  get session() {
    return this.#observer.session;
  }

  /** Milliseconds until this was asked for the first time, which is when the answer begins. */
  get ms() {
    this.#ms ??= performance.now() - this.#start;
    return this.#ms;
  }

  /** Ends the recording. */
  close() {
    this.#isOpen = false;
  }
}
