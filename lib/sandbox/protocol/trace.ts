/**
 * The header that describes what a request into a sandbox did. A stream of events has it once more in its end, as a comment,
 * which readers of events skip: `: x-demo-trace …`.
 */
export const traceHeader = "x-demo-trace";

/** Stands in place of a secret. */
export const masked = "•••";

/** What one request did, as its answer describes it. */
export interface Trace {
  id: string;
  browser: string;
  method: string;
  /** The path as the example sees it, without the query. */
  path: string;
  status: number;
  /** Milliseconds until the answer began. */
  ms: number;
  /** Names of the cookies that came in. */
  cookieIn: string[];
  /** The user that better-auth found for the cookie. */
  session: { userId: string; email: string } | null;
  sql: TracedStatement[];
  cookiesOut: TracedCookie[];
  /** The answer goes on after its headers. What it does until its end, a second trace says there. */
  streaming?: true;
  /** Something was cut, so that the trace fits into a header. */
  truncated?: true;
}

interface TracedStatement {
  text: string;
  /** A text that may be a secret is masked. */
  params: (string | number | null)[];
  ms: number;
  /** Rows that were read, or changed. */
  rows: number;
}

export interface TracedCookie {
  name: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string | null;
  path: string | null;
  maxAge: number | null;
}

/** Reads the header `x-demo-trace`, in a browser as in Node. It comes from this site's own server, so its shape is known. */
export function readTrace(header: string): Trace {
  const base64 = header.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Trace;
}
