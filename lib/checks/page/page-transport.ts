import { type Browser, checkBrowsers, demoPath } from "~/lib/sandbox/protocol/addresses";
import { simulateHeader } from "~/lib/sandbox/protocol/simulation";
import { readTrace, type TracedCookie, traceHeader } from "~/lib/sandbox/protocol/trace";
import { RunAborted } from "../aborted";
import { forgedValue } from "../forged-value";
import { parseJson, valueAt } from "../json";
import { readBody } from "../read-body";
import type { Answer, Request, SetCookie, Transport, User } from "../transport";

/** Somebody who has an account in every sandbox. */
export interface Account {
  name: string;
  email: string;
  password: string;
}

/** What a page can do, and a test elsewhere does in its own way. */
export interface CheckEnvironment {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Tries to set a cookie, as a script can. Without a value it goes. */
  setCookie(cookie: { name: string; path: string; value?: string }): void;
  /** Where the page is, such as `https://example.com`. */
  origin: string;
}

/** A status with which the sandbox itself refuses, whatever the example would have said. */
const sandboxStatuses = new Set([413, 428, 429, 507]);

/** Sends requests from the visitor's browsers: Alice and Bob have one each, and nobody signs in to a third. */
export class PageTransport implements Transport {
  /** How many it has sent. */
  requests = 0;
  environment: CheckEnvironment;
  #signal: AbortSignal | undefined;
  #browsers = new Map<User, Browser>();
  #accounts = new Map<User, Account>();

  constructor(environment: CheckEnvironment, signal?: AbortSignal) {
    this.environment = environment;
    this.#signal = signal;
  }

  /** Signs somebody in, in the browser that is theirs. */
  signIn(account: Account, browser: Browser): Promise<User> {
    const user: User = { name: account.name, id: "", signedIn: undefined };
    this.#browsers.set(user, browser);
    this.#accounts.set(user, account);
    return this.signInAgain(user);
  }

  async signInAgain(user: User): Promise<User> {
    const { name, email, password } = this.#accounts.get(user) ?? {};
    const path = "/api/auth/sign-in/email";
    const answer = await this.send({ method: "POST", path, as: user, body: { email, password } });
    const id = valueAt(answer.json, "user", "id");
    if (answer.status !== 200 || typeof id !== "string") {
      throw new RunAborted(
        `${name} cannot sign in (${answer.status}). Reset the demo, and run the checks again.`,
      );
    }
    user.id = id;
    user.signedIn = answer;
    return user;
  }

  async signOut() {
    for (const user of this.#browsers.keys()) {
      await this.send({ method: "POST", path: "/api/auth/sign-out", as: user, body: {} });
    }
  }

  /** From here on nothing is cut short: what is left to do is to clean up. */
  finish() {
    this.#signal = undefined;
  }

  async send(asked: Request): Promise<Answer> {
    const [first] = this.#browsers.keys();
    const request = { as: first, ...asked };
    if (typeof request.as !== "string") return this.#send(request);

    // A run that was cut short may have left a cookie there.
    this.#setStrangersCookie(request.as === "forged-cookie" ? forgedValue() : undefined);
    try {
      return await this.#send(request);
    } finally {
      this.#setStrangersCookie(undefined);
    }
  }

  /** Gives the stranger's browser what the first user's sign-in set, with another value, or takes it away. */
  #setStrangersCookie(value: string | undefined) {
    const [first] = this.#browsers.keys();
    const path = demoPath(checkBrowsers.stranger);
    for (const { name } of first?.signedIn?.setCookies ?? []) {
      this.environment.setCookie({ name, path, value });
    }
  }

  async #send(request: Request): Promise<Answer> {
    const { method, path, as, body, simulate, read } = request;
    const browser = (typeof as === "object" && this.#browsers.get(as)) || checkBrowsers.stranger;
    this.requests++;
    const response = await this.environment
      .fetch(demoPath(browser, path), {
        method,
        headers: {
          ...(body && { "Content-Type": "application/json" }),
          ...(simulate && { [simulateHeader]: simulate }),
        },
        body: body && JSON.stringify(body),
        signal: this.#signal ?? null,
      })
      .catch(noAnswer);
    const content = await readBody(response, read).catch(noAnswer);
    const json = parseJson(content.text);
    if (sandboxStatuses.has(response.status)) {
      const message = valueAt(json, "message") ?? `The sandbox answered ${response.status}.`;
      throw new RunAborted(String(message));
    }
    const header = response.headers.get(traceHeader);
    const trace = header ? readTrace(header) : null;
    return {
      request,
      title: `${method} ${path}`,
      status: response.status,
      type: response.headers.get("content-type") ?? "",
      location: response.headers.get("location"),
      ...content,
      json,
      setCookies: trace?.cookiesOut.map(toSetCookie) ?? [],
      hadCookie: (trace?.cookieIn.length ?? 0) > 0,
      trace,
    };
  }
}

/** A page sees no `Set-Cookie`. The trace tells of it. */
function toSetCookie(cookie: TracedCookie): SetCookie {
  const { httpOnly, sameSite, secure } = cookie;
  const attributes = [httpOnly && "HttpOnly", sameSite && `SameSite=${sameSite}`, secure && "Secure"];
  return { ...cookie, attributes: attributes.filter((attribute) => typeof attribute === "string") };
}

function noAnswer(error: Error): never {
  if (error.name === "AbortError") throw error;
  throw new RunAborted("The server did not answer. Check your connection, and run the checks again.");
}
