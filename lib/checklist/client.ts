import { simulateHeader as pretendHeader, type Simulation } from "~/lib/sandbox/protocol/simulation";
import { readTrace, type Trace, traceHeader } from "~/lib/sandbox/protocol/trace";
import { beginningOf } from "./beginning-of";
import { Stop } from "./stop";

type Pretence = Simulation | "no-cookie" | "forged-cookie";

/** Somebody who has an account in every sandbox. */
export interface Account {
  name: string;
  email: string;
  password: string;
}

/** One of the two users: with a browser of their own, signed in, and known to the app under an id. */
export interface Person extends Account {
  browser: "c" | "d";
  id: string;
  /** The answer to their sign-in. */
  signedIn: Answer;
}

/** A request that was made, and its answer. */
export interface Answer {
  who: string;
  pretence: Pretence | undefined;
  method: string;
  path: string;
  status: number;
  /** Undefined if the body is none. */
  json: unknown;
  /** Of a stream, whether a word of the model has come. */
  hasWords: boolean;
  trace: Trace | null;
}

/** What a page can do, and a test elsewhere does in its own way. */
export interface Surroundings {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Tries, as a script can, to put another value into a cookie. */
  overwrite(cookie: { name: string; path: string }): void;
  isHttps: boolean;
}

interface Sent {
  body?: object;
  pretend?: Pretence;
}

/** A status with which the sandbox itself refuses, whatever the example would have said. */
const ofSandbox = new Set([413, 428, 429, 507]);

/** Two users and the requests that they send. */
export class Client {
  /** Called with every answer as it comes. */
  onAnswer: (answer: Answer) => void = () => {};
  /** How many it has sent. */
  requests = 0;
  readonly surroundings: Surroundings;
  #signal: AbortSignal | undefined;
  #people: { alice: Person; bob: Person } | undefined;
  readonly #made = new Map<string, Person>();

  constructor(surroundings: Surroundings, signal?: AbortSignal) {
    this.surroundings = surroundings;
    this.#signal = signal;
  }

  get alice() {
    return this.#signedIn.alice;
  }

  get bob() {
    return this.#signedIn.bob;
  }

  get #signedIn() {
    if (!this.#people) throw new Error("Nobody has signed in yet.");
    return this.#people;
  }

  /** Sends one request as this person's browser does: the cookie is the browser's business. */
  async send(as: Person, method: string, path: string, { body, pretend }: Sent = {}): Promise<Answer> {
    const answer = await this.#send(as, method, path, { body, pretend });
    this.onAnswer(answer);
    return answer;
  }

  /** Asks the model a question that belongs to no thread, so that nothing is kept of it. */
  ask(as: Person, pretend?: Pretence): Promise<Answer> {
    const parts = [{ type: "text", text: "What does the gate check?" }];
    const body = { messages: [{ id: crypto.randomUUID(), role: "user", parts }] };
    return this.send(as, "POST", "/api/chat", { body, pretend });
  }

  /** Makes a thread, with `more` in the body than belongs there. */
  async makeThread(as: Person, more: object = {}, pretend?: Pretence) {
    const body = { localId: crypto.randomUUID(), ...more };
    const answer = await this.send(as, "POST", "/api/threads", { body, pretend });
    const id = answer.status < 300 ? textAt(answer.json, "id") : undefined;
    if (id) this.remember(id, as);
    return { answer, id: id ?? "" };
  }

  writeMessage(as: Person, threadId: string, id: string, pretend?: Pretence): Promise<Answer> {
    const content = { role: "user", parts: [{ type: "text", text: `Written by ${as.name}.` }] };
    const body = { id, parent_id: null, format: "ai-sdk/v6", content };
    return this.send(as, "POST", `${thread(threadId)}/messages`, { body, pretend });
  }

  /** A thread that has to be deleted in the end. */
  remember(id: string, owner: Person) {
    this.#made.set(id, owner);
  }

  /** Signs both in, each in their own browser. */
  async signIn(alice: Account, bob: Account) {
    this.#people = { alice: await this.#enter(alice, "c"), bob: await this.#enter(bob, "d") };
  }

  /** Deletes the threads that were made, and says how many. In an app with a fault one may be the other user's by now. */
  async tidy(): Promise<number> {
    let deleted = 0;
    for (const [id, owner] of this.#made) {
      const others = [this.alice, this.bob].filter((person) => person !== owner);
      for (const person of [owner, ...others]) {
        const answer = await this.#send(person, "DELETE", thread(id));
        if (answer.status >= 300) continue;
        deleted++;
        break;
      }
      this.#made.delete(id);
    }
    return deleted;
  }

  /** From here on nothing is cut short: what is left to do is to clean up. */
  finish() {
    this.#signal = undefined;
  }

  async signOut() {
    for (const person of Object.values(this.#people ?? {})) {
      await this.#send(person, "POST", "/api/auth/sign-out", { body: {} });
    }
  }

  async #enter(account: Account, browser: Person["browser"]): Promise<Person> {
    const { name, email, password } = account;
    const body = { email, password };
    const signedIn = await this.#send({ name, browser }, "POST", "/api/auth/sign-in/email", { body });
    const id = textAt(signedIn.json, "user", "id");
    if (signedIn.status !== 200 || !id) {
      throw new Stop(
        `${name} cannot sign in (${signedIn.status}). Reset the demo, and run the checks again.`,
      );
    }
    return { ...account, browser, id, signedIn };
  }

  async #send(
    { name, browser }: Pick<Person, "name" | "browser">,
    method: string,
    path: string,
    { body, pretend }: Sent = {},
  ): Promise<Answer> {
    this.requests++;
    const response = await this.surroundings
      .fetch(`/demo/${browser}${path}`, {
        method,
        headers: {
          ...(body && { "Content-Type": "application/json" }),
          ...(pretend && { [pretendHeader]: pretend }),
        },
        body: body && JSON.stringify(body),
        signal: this.#signal ?? null,
      })
      .catch(noAnswer);
    const content = await beginningOf(response).catch(noAnswer);
    if (ofSandbox.has(response.status)) {
      throw new Stop(textAt(content.json, "message") ?? `The sandbox answered ${response.status}.`);
    }
    const trace = response.headers.get(traceHeader);
    return {
      who: name,
      pretence: pretend,
      method,
      path,
      status: response.status,
      ...content,
      trace: trace ? readTrace(trace) : null,
    };
  }
}

export const thread = (id: string) => `/api/threads/${encodeURIComponent(id)}`;

/** The text at this place in a JSON answer, if it is one. */
export function textAt(json: unknown, ...keys: string[]): string | undefined {
  const found = keys.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
  return typeof found === "string" ? found : undefined;
}

function noAnswer(error: Error): never {
  if (error.name === "AbortError") throw error;
  throw new Stop("The server did not answer. Check your connection, and run the checks again.");
}
