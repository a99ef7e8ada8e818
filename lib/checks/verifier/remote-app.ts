import { foreignOrigin, initOf, pathOf, readAnswer, titleOf } from "../answer";
import { App, completePaths, forgedValue, RunAborted } from "../app";
import { CheckAborted, CheckSkipped } from "../findings";
import type { Answer, Request, SetCookie, User } from "../request";
import { authenticate } from "./accounts";
import type { Options } from "./options";
import { say } from "./print";

/** A model thinks before its first word, and a rate limit says how long it lasts. In milliseconds. */
const longest = { chat: 60_000, rateLimit: 60_000 };

/** An app somewhere, asked from Node as a browser on the app's own page asks. Each user has cookies of their own. */
export class RemoteApp extends App {
  a: User = { name: "user A", id: "" };
  b: User = { name: "user B", id: "" };
  /** Its address, with the path that it is under. */
  base: string;
  #hasAnswered = false;
  /** The paths that were asked for, with `{id}` for a thread. The first answer of each may have to be compiled. */
  #asked = new Set<string>();
  #timeouts: Options["timeouts"];
  #interruption = new AbortController();
  readonly isPage = false;
  readonly tooMuch = 2 ** 21;

  constructor({ address, paths, mayChat, timeouts }: Options) {
    super(address.origin, completePaths(paths));
    this.#timeouts = timeouts;
    this.base = (address.origin + address.pathname).replace(/\/$/, "");
    this.mayChat = mayChat;
  }

  /** The session that the run itself needs goes on. */
  async spareSession(user: User) {
    if (!user.account) {
      throw new CheckSkipped("it would end your own session; sign-out is tried with accounts made here");
    }
    const spare = { ...user };
    await authenticate(this, spare, "sign-in", user.account);
    return spare;
  }

  lastSession(user: User) {
    return this.spareSession(user);
  }

  async signInAgain(user: User) {
    if (user.account) await authenticate(this, user, "sign-in", user.account);
  }

  /** Ends the run after the request that it is at: what that makes is known, and can be deleted. */
  interrupt() {
    this.#interruption.abort();
  }

  /** Whether the run was ended so. From here on nothing is cut short: what is left to do is to clean up. */
  finish() {
    const isInterrupted = this.#interruption.signal.aborted;
    this.#interruption = new AbortController();
    return isInterrupted;
  }

  async probe(request: Request): Promise<Answer> {
    if (this.#interruption.signal.aborted) throw new RunAborted("It was interrupted.");
    const { method, simulate } = request;
    const cookies = this.#cookiesOf(request);
    const headers = {
      ...(cookies && { Cookie: cookies }),
      ...(method !== "GET" && { Origin: simulate === "foreign-origin" ? foreignOrigin : this.origin }),
    };
    const { timeout, hush } = this.#limitOf(request);
    const once = () =>
      fetch(this.base + pathOf(request), {
        ...initOf(request, headers),
        // A redirect is not followed: it is the answer.
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
    try {
      const response = await this.#patiently(request, once);
      return await this.#answerOf(request, response);
    } catch (error) {
      if (isCutOff(request, error)) return this.#answerOf(request, new Response(null, { status: 413 }));
      const isLate = error instanceof Error && error.name === "TimeoutError";
      const reason = `${titleOf(request)}: ${isLate ? `no answer in ${timeout / 1000} s` : reasonOf(error)}.`;
      if (this.#hasAnswered && !(await this.#isThere())) {
        throw new RunAborted(
          `${this.base} no longer answers. ${reason} Look into its log, and start it again.`,
        );
      }
      if (this.#hasAnswered) throw new CheckAborted(reason);
      const remedy = isLate ? "Give it longer with --first-timeout." : "Start your app, or give its address.";
      throw new RunAborted(`Nothing answers at ${this.base}. ${reason} ${remedy}`);
    } finally {
      hush();
    }
  }

  async #answerOf(request: Request, response: Response): Promise<Answer> {
    const answer = await readAnswer(request, response);
    const setCookies = response.headers.getSetCookie().map(toSetCookie);
    return { ...answer, setCookies, hadCookie: this.#cookiesOf(request) !== "" };
  }

  /** How long the answer may take. If it may take long, a line says so after a while, until it is hushed. */
  #limitOf(request: Request) {
    const { each, first } = this.#timeouts;
    const usual = request.isChat ? Math.max(each, longest.chat) : each;
    if (this.#asked.has(request.path) || first <= usual) return { timeout: usual, hush() {} };

    this.#asked.add(request.path);
    const notice = `Waiting for ${request.method} ${request.path}, up to ${first / 1000} s: it may still be compiling.`;
    const timer = setTimeout(say, each / 3, notice);
    return { timeout: first, hush: () => clearTimeout(timer) };
  }

  /** Whether a server is there at all, whatever it answers. */
  async #isThere() {
    const signal = AbortSignal.timeout(this.#timeouts.each);
    return fetch(this.base, { redirect: "manual", signal }).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
  }

  #cookiesOf({ as, cookies = {} }: Request) {
    const further = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
    return [this.#sessionOf(as), ...further].filter(Boolean).join("; ");
  }

  #sessionOf(as: Request["as"]) {
    if (typeof as === "object") return as.cookies ?? "";
    if (as !== "forged-cookie") return "";
    // The names and the tokens are right, and nobody signed them.
    return (this.a.cookies ?? "").replace(
      /=([^;.]*)(\.?)[^;]*/g,
      (_, token: string, point: string) => `=${forgedValue(point ? token : undefined)}`,
    );
  }

  async #pause(milliseconds: number) {
    const { signal } = this.#interruption;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", () => resolve(clearTimeout(timer)));
    });
  }

  /** Waits once when the app says that there were too many requests. */
  async #patiently(request: Request, once: () => Promise<Response>): Promise<Response> {
    const response = await once();
    this.#hasAnswered = true;
    if (response.status !== 429 || request.isOnce) return response;

    await response.body?.cancel();
    const { headers } = response;
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-retry-after")) || 10;
    const wait = Math.min(seconds * 1000, longest.rateLimit);
    say(`${titleOf(request)}: 429. Waiting ${wait / 1000} s for the rate limit.`);
    await this.#pause(wait);
    return once();
  }
}

/** An app may close the connection before it has read a body that is too large. What it has said may be lost then. */
function isCutOff({ body }: Request, error: unknown) {
  const isLarge = body !== undefined && JSON.stringify(body).length > 2 ** 16;
  return isLarge && ["EPIPE", "ECONNRESET", "UND_ERR_SOCKET"].includes(String(reasonOf(error)));
}

/** Reads a `Set-Cookie` header. */
function toSetCookie(header: string): SetCookie {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const [name = ""] = pair.split("=", 1);
  return { name, value: pair.slice(name.length + 1), attributes };
}

function reasonOf(error: unknown) {
  if (!(error instanceof Error)) throw error;
  const { message, cause } = error;
  return cause instanceof Error && "code" in cause ? cause.code : message;
}
