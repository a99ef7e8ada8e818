import { foreignOrigin, initOf, pathOf, readAnswer, titleOf } from "../answer";
import { App, forgedValue, RunAborted } from "../app";
import { CheckAborted, CheckSkipped } from "../findings";
import type { Answer, Request, SetCookie, User } from "../request";
import { authenticate } from "./accounts";
import type { Options } from "./options";
import { say } from "./print";

const timeouts = { request: 15_000, chat: 60_000, rateLimit: 60_000 };

/** An app somewhere, asked from Node as a browser on the app's own page asks. Each user has cookies of their own. */
export class RemoteApp extends App {
  a: User = { name: "user A", id: "" };
  b: User = { name: "user B", id: "" };
  /** Its address, with the path that it is under. */
  base: string;
  #hasAnswered = false;

  constructor({ address, paths, mayChat }: Options) {
    super(address.origin, paths);
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

  async probe(request: Request): Promise<Answer> {
    const { method, simulate, isChat } = request;
    const cookies = this.#cookiesOf(request.as);
    const headers = {
      ...(cookies && { Cookie: cookies }),
      ...(method !== "GET" && { Origin: simulate === "foreign-origin" ? foreignOrigin : this.origin }),
    };
    const timeout = isChat ? timeouts.chat : timeouts.request;
    const once = () =>
      fetch(this.base + pathOf(request), {
        ...initOf(request, headers),
        // A redirect is not followed: it is the answer.
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
    try {
      const response = await this.#patiently(request, once);
      const answer = await readAnswer(request, response);
      const setCookies = response.headers.getSetCookie().map(toSetCookie);
      return { ...answer, setCookies, hadCookie: cookies !== "" };
    } catch (error) {
      const reason = `${titleOf(request)}: ${reasonOf(error)}.`;
      if (this.#hasAnswered) throw new CheckAborted(reason);
      throw new RunAborted(`Nothing answers at ${this.base}. ${reason} Start your app, or give its address.`);
    }
  }

  #cookiesOf(as: Request["as"]) {
    if (typeof as === "object") return as.cookies ?? "";
    // The names are right, and nobody issued the values.
    return as === "forged-cookie" ? (this.a.cookies ?? "").replace(/=[^;]*/g, () => `=${forgedValue()}`) : "";
  }

  /** Waits once when the app says that there were too many requests. */
  async #patiently(request: Request, once: () => Promise<Response>): Promise<Response> {
    const response = await once();
    this.#hasAnswered = true;
    if (response.status !== 429) return response;

    await response.body?.cancel();
    const { headers } = response;
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-retry-after")) || 10;
    const wait = Math.min(seconds * 1000, timeouts.rateLimit);
    say(`${titleOf(request)}: 429. Waiting ${wait / 1000} s for the rate limit.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return once();
  }
}

/** Reads a `Set-Cookie` header. */
function toSetCookie(header: string): SetCookie {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const [name = ""] = pair.split("=", 1);
  return { name, value: pair.slice(name.length + 1), attributes };
}

function reasonOf(error: unknown) {
  if (!(error instanceof Error)) throw error;
  const { name, message, cause } = error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return name === "TimeoutError" ? "no answer in time" : (code ?? message);
}
