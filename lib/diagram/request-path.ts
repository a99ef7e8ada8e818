import type { Trace } from "~/lib/sandbox/protocol/trace";
import type { DiagramStep } from "./steps";

/** The boxes of the diagram where a request can arrive. */
export type Entrance = "auth" | "chat" | "threads";

/** The path of one request through the diagram. */
export interface RequestPath {
  entrance: Entrance;
  /** The steps that it passed. */
  steps: ReadonlySet<DiagramStep>;
  /** The route answered 401, because the session was `null`. */
  isRefused: boolean;
  /** Texts that replace the notes of the drawing. */
  notes: Partial<Record<DiagramStep, string>>;
  /** The same in words. */
  sentences: string[];
}

/** Tables in which better-auth looks for the session. Statements on other tables are the route's own. */
const lookup = /"(?:session|user|account|verification)"/;

/** The path of the request that a trace describes, with its values. Null if the diagram does not show such requests. */
export function requestPathOf(trace: Trace): RequestPath | null {
  const entrance = entranceOf(trace.path);
  if (!entrance) return null;

  const { session, status, cookieIn, cookiesOut } = trace;
  const hadCookie = cookieIn.some(isSessionCookie);
  const cookieNote = hadCookie ? "sends its cookie" : "no cookie";
  const brought = `${hadCookie ? "The" : "No"} session cookie came with it.`;
  const request = `${trace.method} ${trace.path}`;

  if (entrance === "auth") {
    const cookie = cookiesOut.find(({ name }) => isSessionCookie(name));
    const isCleared = cookie?.maxAge === 0;
    return {
      entrance,
      steps: new Set(["browser", "handlers"]),
      isRefused: false,
      notes: {
        browser: cookie ? `cookie ${isCleared ? "cleared" : "set"}` : cookieNote,
        handlers: `${trace.path.slice("/api/auth".length)}: ${status}`,
      },
      sentences: [
        `${request} went to better-auth’s handlers.`,
        cookie ? `The answer ${isCleared ? "clears" : "sets"} the cookie.` : brought,
        `Status ${status}.`,
      ],
    };
  }

  if (!session) {
    return {
      entrance,
      steps: new Set(["browser", "routes", "session"]),
      isRefused: status === 401,
      notes: { browser: cookieNote, session: `null, so ${status}` },
      sentences: [
        `${request} went to your route.`,
        brought,
        `There is no session, so it answered ${status}.`,
      ],
    };
  }

  const own = trace.sql.filter(({ text, params }) => !lookup.test(text) && params.includes(session.userId));
  const rows = own.reduce((sum, statement) => sum + statement.rows, 0);
  const scope = own.length > 0 ? `${rows} ${rows === 1 ? "row" : "rows"}` : undefined;
  return {
    entrance,
    steps: new Set(["browser", "routes", "session", "user", ...(scope ? ["scope" as const] : [])]),
    isRefused: false,
    notes: { browser: cookieNote, session: session.email, user: session.userId, scope },
    sentences: [
      `${request} went to your route.`,
      `The cookie led to the session of ${session.email}, whose id is ${session.userId}.`,
      scope ? `That id stood in the query, which met ${scope}.` : "No query needed the id.",
      `Status ${status}.`,
    ],
  };
}

function entranceOf(path: string): Entrance | null {
  if (path.startsWith("/api/auth/")) return "auth";
  if (path === "/api/chat") return "chat";
  return path === "/api/threads" || path.startsWith("/api/threads/") ? "threads" : null;
}

/** On https its name begins with `__Secure-`. */
const isSessionCookie = (name: string) => name.endsWith("session_token");
