import type { Simulation } from "~/lib/sandbox/protocol/simulation";
import type { Trace } from "~/lib/sandbox/protocol/trace";

/** One of the two users of a run. */
export interface User {
  /** As a report calls them, such as Alice or user A. */
  name: string;
  /** As the app knows them. Empty until they have signed in. */
  id: string | number;
  /** How they sign in. Undefined if somebody else signed them in. */
  account?: { email: string; password: string };
  /** The answer to their last sign-in. */
  signedIn?: Answer;
  /** Their `Cookie` header. A browser keeps cookies itself. */
  cookies?: string;
}

export interface Request {
  method: string;
  /** `{id}` in it stands for the thread, `{message}` for a message of it. */
  path: string;
  thread?: string;
  message?: string;
  /** Strangers have no session: no cookie, or a user's own with a signature that nobody gave. */
  as?: User | "no-cookie" | "forged-cookie";
  /** Sent as JSON. */
  body?: unknown;
  /** Sent in place of `body`, as it is. */
  raw?: string;
  /** The body comes in chunks, and nothing says beforehand how large it is. */
  isChunked?: boolean;
  /** What is sent besides. A header that is null is left out. */
  query?: Record<string, string>;
  headers?: Record<string, string | null>;
  cookies?: Record<string, string>;
  simulate?: Simulation;
  /** A model answers. It is left at its first word, so that it stops too. */
  isChat?: boolean;
  /** A refusal of what comes too often is the answer. Without this, it is waited out. */
  isOnce?: boolean;
  /** Done while the model answers, which is then not left but read to its end. */
  meanwhile?: () => Promise<void>;
  /** Who sends it, in words for a report, where `as` does not say it. */
  sender?: string;
  /** What is special about it, in words for a report. */
  detail?: string;
}

/** A cookie as an answer sets it. A page does not get to see the value. */
export interface SetCookie {
  name: string;
  value?: string;
  /** Such as `HttpOnly` and `SameSite=Lax`. */
  attributes: string[];
}

/** An answer, and the request that it belongs to. */
export interface Answer {
  request: Request;
  status: number;
  /** The media type, or nothing. */
  type: string;
  /** Where it redirects to. */
  location: string | null;
  /** The `Retry-After` header. */
  retryAfter: string | null;
  /** The `Link` and `Cache-Control` headers. */
  link: string;
  caching: string;
  /** As much of the body as was read. */
  text: string;
  /** Undefined if the body is none. */
  json: unknown;
  /** Whether a word of the model came, where it was asked. */
  hasWords?: boolean;
  setCookies: SetCookie[];
  /** Whether a cookie came along with the request. */
  hadCookie: boolean;
  /** What the app did to answer, where it tells. Only the demos do. */
  trace?: Trace | null;
}
