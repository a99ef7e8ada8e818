import { checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { seedPassword, seedUsers } from "~/lib/sandbox/protocol/seed-users";
import { simulateHeader } from "~/lib/sandbox/protocol/simulation";
import { readTrace, type TracedCookie, traceHeader } from "~/lib/sandbox/protocol/trace";
import { initOf, pathOf, readAnswer, valueAt } from "../answer";
import { App, forgedValue, RunAborted } from "../app";
import { CheckSkipped } from "../findings";
import type { Answer, Request, SetCookie, User } from "../request";
import { oneMessage, type Shape, threadActions } from "../shape";

/** What a page can do, and a test elsewhere does in its own way. */
export interface CheckEnvironment {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Tries to set a cookie, as a script can. Without a value it goes. */
  setCookie(cookie: { name: string; path: string; value?: string }): void;
  /** Where the page is, such as `https://example.com`. */
  origin: string;
}

/** What is known of the example. It spares the visitor's sandbox the requests that would find it out. */
const exampleShape: Partial<Shape> = {
  ownerFields: ["userId", "user_id"],
  hasThreadRoute: true,
  hasChat: true,
  chatBodies: [oneMessage],
  actions: threadActions.flatMap(({ name, does, ways: [way] }) => (way ? { name, does, ...way } : [])),
};

/** A status with which the sandbox itself refuses, whatever the example would have said. */
const sandboxStatuses = new Set([428, 429, 507]);

/** The example in the visitor's sandbox. Alice and Bob have a browser each, and nobody signs in to a third. */
export class DemoApp extends App {
  a = userOf(seedUsers[0]);
  b = userOf(seedUsers[1]);
  /** How many requests it was sent. */
  requests = 0;
  environment: CheckEnvironment;
  readonly isPage = true;
  /** More than the example takes, and less than its sandbox does. */
  readonly tooMuch = 384 * 1024;
  #signal: AbortSignal | undefined;

  constructor(environment: CheckEnvironment, signal?: AbortSignal) {
    super(environment.origin);
    Object.assign(this.shape, exampleShape);
    this.environment = environment;
    this.#signal = signal;
  }

  /** Signs a user in, in the browser that is theirs. */
  async signIn(user: User) {
    const path = `${this.paths.auth}/sign-in/email`;
    const answer = await this.probe({ method: "POST", path, as: user, body: user.account });
    const id = valueAt(answer.json, "user", "id");
    if (answer.status !== 200 || typeof id !== "string") {
      throw new RunAborted(
        `${user.name} cannot sign in (${answer.status}). Reset the demo, and run the checks again.`,
      );
    }
    user.id = id;
    user.signedIn = answer;
  }

  async signInBoth() {
    for (const user of [this.a, this.b]) await this.signIn(user);
  }

  async signOutBoth() {
    for (const as of [this.a, this.b]) {
      await this.probe({ method: "POST", path: `${this.paths.auth}/sign-out`, as, body: {} });
    }
  }

  async spareSession(): Promise<User> {
    throw new CheckSkipped("here each user has one session, in a browser of their own");
  }

  async lastSession(user: User) {
    return user;
  }

  signInAgain(user: User) {
    return this.signIn(user);
  }

  /** From here on nothing is cut short: what is left to do is to clean up. */
  finish() {
    this.#signal = undefined;
  }

  async probe(asked: Request): Promise<Answer> {
    const request = { as: this.a, ...asked };
    if (typeof request.as !== "string") {
      return this.#withCookies(request, request.as === this.b ? "bob" : "alice");
    }
    // A run that was cut short may have left a cookie there.
    const token = valueAt(this.a.signedIn?.json, "token");
    const forged = forgedValue(typeof token === "string" ? token : undefined);
    this.#setStrangersCookie(request.as === "forged-cookie" ? forged : undefined);
    try {
      return await this.#send(request, "stranger");
    } finally {
      this.#setStrangersCookie(undefined);
    }
  }

  /** Gives the stranger's browser what Alice's sign-in set, with another value, or takes it away. */
  #setStrangersCookie(value: string | undefined) {
    const path = demoPath(checkBrowsers.stranger);
    for (const { name } of this.a.signedIn?.setCookies ?? []) {
      this.environment.setCookie({ name, path, value });
    }
  }

  /** Sends a request with cookies that a script can set, and takes them away again. */
  async #withCookies(request: Request, who: keyof typeof checkBrowsers): Promise<Answer> {
    const path = demoPath(checkBrowsers[who]);
    const cookies = Object.entries(request.cookies ?? {});
    for (const [name, value] of cookies) this.environment.setCookie({ name, path, value });
    try {
      return await this.#send(request, who);
    } finally {
      for (const [name] of cookies) this.environment.setCookie({ name, path });
    }
  }

  async #send(request: Request, who: keyof typeof checkBrowsers): Promise<Answer> {
    this.requests++;
    const { simulate } = request;
    const headers: Record<string, string> = simulate ? { [simulateHeader]: simulate } : {};
    const response = await this.environment
      .fetch(demoPath(checkBrowsers[who], pathOf(request)), {
        ...initOf(request, headers),
        signal: this.#signal ?? null,
      })
      .catch(noAnswer);
    const answer = await readAnswer(request, response).catch(noAnswer);
    if (sandboxStatuses.has(answer.status)) {
      const message = valueAt(answer.json, "message") ?? `The sandbox answered ${answer.status}.`;
      throw new RunAborted(String(message));
    }
    // A page sees no cookie come or go. The trace tells of them.
    const header = response.headers.get(traceHeader);
    const trace = header ? readTrace(header) : null;
    const setCookies = trace?.cookiesOut.map(toSetCookie) ?? [];
    return { ...answer, setCookies, hadCookie: (trace?.cookieIn.length ?? 0) > 0, trace };
  }
}

const userOf = ({ name, email }: (typeof seedUsers)[number]): User => ({
  name,
  id: "",
  account: { email, password: seedPassword },
});

function toSetCookie({ name, httpOnly, sameSite, secure }: TracedCookie): SetCookie {
  const attributes = [httpOnly && "HttpOnly", sameSite && `SameSite=${sameSite}`, secure && "Secure"];
  return { name, attributes: attributes.filter((attribute) => typeof attribute === "string") };
}

function noAnswer(error: Error): never {
  if (error.name === "AbortError") throw error;
  throw new RunAborted("The server did not answer. Check your connection, and run the checks again.");
}
