import { CheckAborted, RunAborted } from "../aborted";
import type { Paths } from "../app";
import { parseJson } from "../json";
import { readBody } from "../read-body";
import type { Answer, Request, Transport, User } from "../transport";
import { forge, parseSetCookie } from "./cookies";
import { say } from "./print";

/** Who was made for the run, and can sign in again. */
export interface Account {
  name: string;
  email: string;
  password: string;
}

const foreignOrigin = "https://evil.example";
const timeouts = { request: 15_000, chat: 60_000, rateLimit: 60_000 };

/** Sends requests from Node as a browser on the app's own page does, with a jar of cookies for each user. */
export class NodeTransport implements Transport {
  /** The app's address, with the path that it is under. */
  base: string;
  paths: Paths;
  #origin: string;
  /** The `Cookie` header of each user. */
  #jars = new Map<User, string>();
  /** The accounts that were made for the run. */
  accounts = new Map<User, Account>();
  #hasAnswered = false;

  constructor(address: URL, paths: Paths) {
    this.base = (address.origin + address.pathname).replace(/\/$/, "");
    this.#origin = address.origin;
    this.paths = paths;
  }

  /** Makes a user known, by whose cookies requests can be sent from now on. */
  enter(user: User, cookies: string, account?: Account) {
    this.#jars.set(user, cookies);
    if (account) this.accounts.set(user, account);
  }

  async send(request: Request): Promise<Answer> {
    const { method, path, as, body, simulate, read } = request;
    const cookies = this.#cookiesOf(as);
    const title = [method, this.#shorten(path), senderOf(request)].filter(Boolean).join(" ");
    const response = await this.#fetch(title, path, read ? timeouts.chat : timeouts.request, {
      method,
      headers: {
        ...(cookies && { Cookie: cookies }),
        ...(method !== "GET" && { Origin: simulate === "foreign-origin" ? foreignOrigin : this.#origin }),
        ...(body && { "Content-Type": "application/json" }),
      },
      body: body && JSON.stringify(body),
      // A redirect is not followed: it is the answer.
      redirect: "manual",
    });
    const content = await readBody(response, read).catch((error) => noAnswer(error, title));
    return {
      request,
      title,
      status: response.status,
      type: response.headers.get("content-type") ?? "",
      location: response.headers.get("location"),
      ...content,
      json: parseJson(content.text),
      setCookies: response.headers.getSetCookie().map(parseSetCookie),
      hadCookie: cookies !== "",
    };
  }

  #cookiesOf(as: Request["as"]) {
    const [first = ""] = this.#jars.values();
    if (as === undefined || as === "no-cookie") return "";
    return as === "forged-cookie" ? forge(first) : (this.#jars.get(as) ?? "");
  }

  /** Waits once when the app says that there were too many requests. */
  async #fetch(title: string, path: string, timeout: number, init: RequestInit): Promise<Response> {
    const once = () =>
      fetch(this.base + path, { ...init, signal: AbortSignal.timeout(timeout) }).catch((error) => {
        if (this.#hasAnswered) return noAnswer(error, title);
        const reason = reasonOf(error, title);
        throw new RunAborted(
          `Nothing answers at ${this.base}. ${reason} Start your app, or give its address.`,
        );
      });
    const response = await once();
    this.#hasAnswered = true;
    if (response.status !== 429) return response;

    await response.body?.cancel();
    const { headers } = response;
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-retry-after")) || 10;
    const wait = Math.min(seconds * 1000, timeouts.rateLimit);
    say(`${title}: 429. Waiting ${wait / 1000} s for the rate limit.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return once();
  }

  /** Ids would only make the lines long. */
  #shorten(path: string) {
    const { threads } = this.paths;
    if (!path.startsWith(`${threads}/`)) return path;
    const [, ...rest] = path.slice(threads.length + 1).split("/");
    return [threads, "{id}", ...rest].join("/");
  }
}

function senderOf({ as, sender, simulate }: Request) {
  if (sender) return sender;
  if (as === "no-cookie") return "without a cookie";
  if (as === "forged-cookie") return "with a forged cookie";
  return as && `as ${as.name}${simulate === "foreign-origin" ? `, from ${foreignOrigin}` : ""}`;
}

function noAnswer(error: Error, title: string): never {
  throw new CheckAborted(reasonOf(error, title));
}

function reasonOf({ name, message, cause }: Error, title: string) {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return `${title}: ${name === "TimeoutError" ? "no answer in time" : (code ?? message)}.`;
}
