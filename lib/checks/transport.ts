import type { Simulation } from "~/lib/sandbox/protocol/simulation";
import type { Trace } from "~/lib/sandbox/protocol/trace";
import type { FirstChunk } from "./read-body";

/** One of the two users of a run. */
export interface User {
  /** As a report calls them, such as Alice or user A. */
  name: string;
  /** As the app knows them. */
  id: string | number;
  /** The answer to their sign-in. Undefined if somebody else signed them in. */
  signedIn: Answer | undefined;
}

/** Somebody who has no session: without a cookie, or with one of the right name that nobody issued. */
type Stranger = "no-cookie" | "forged-cookie";

export interface Request {
  method: string;
  path: string;
  as?: User | Stranger;
  body?: object;
  simulate?: Simulation;
  /** How much of the answer is read. What is left unread lets the model stop. */
  read?: "all" | "first chunk" | "nothing";
  /** Who sends it, in words for a report, where `as` does not say it. */
  sender?: string;
}

/** A cookie as an answer sets it. */
export interface SetCookie {
  name: string;
  /** A page does not get to see it. */
  value?: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string | null;
  path: string | null;
  /** What is said of it, as a report shows it. */
  attributes: string[];
}

/** An answer, and the request that it belongs to. */
export interface Answer {
  request: Request;
  /** The request in words, such as `GET /api/threads as user A`. */
  title: string;
  status: number;
  /** The media type, or nothing. */
  type: string;
  /** Where it redirects to. */
  location: string | null;
  text: string;
  /** Undefined if the body is none. */
  json: unknown;
  /** How the body begins, of a request that asked for no more. */
  firstChunk?: FirstChunk;
  setCookies: SetCookie[];
  /** Whether a cookie came along with the request. */
  hadCookie: boolean;
  /** What the app did to answer, where it tells. Only the demos do. */
  trace?: Trace | null;
}

/** How requests reach an app: from the browsers of a page, or from Node. */
export interface Transport {
  send(request: Request): Promise<Answer>;
}
