import type { RequestByHand } from "~/lib/demo/requests-by-hand";
import { demoPath, shownBrowsers } from "~/lib/sandbox/protocol/addresses";

const isHere = (prefix: string) => location.pathname.startsWith(`${prefix}/`);

const forged = "better-auth.session_token=anything";

/**
 * Sends a request as a script on the page can, with the cookies that this browser has. Returns the answer in short, and
 * calls `show` with its status as soon as that is known.
 */
export async function sendByHand(request: RequestByHand, show: (status: string) => void): Promise<string> {
  const { isForged } = request;
  // The path of the app's cookies. In the reader's own app it is `/`.
  const home = shownBrowsers.map((browser) => demoPath(browser)).find(isHere) ?? "/";
  if (isForged) setCookie(`${forged}; Path=${home}`);
  if (isForged && !document.cookie.includes(forged))
    return "Not sent: a script cannot replace an HttpOnly cookie. Sign out first.";
  try {
    const response = await fetch(request.path, initOf(request));
    show(`${response.status} …`);
    return `${response.status} ${await gist(response)}`.trim();
  } catch {
    return "The server did not answer. Try again.";
  } finally {
    if (isForged) setCookie(`${forged}; Path=${home}; Max-Age=0`);
  }
}

/** Sends a request many times at once, and counts the answers. Each is left at its first word. */
export async function sendAtOnce(request: RequestByHand): Promise<string> {
  const counts = new Map<number, number>();
  let wait = "";

  async function sendOne() {
    const reading = new AbortController();
    const response = await fetch(request.path, { ...initOf(request), signal: reading.signal });
    reading.abort();
    counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
    const seconds = response.headers.get("retry-after");
    if (seconds) wait = `, Retry-After: ${seconds}`;
  }
  try {
    await Promise.all(Array.from({ length: request.times ?? 1 }, sendOne));
    const byStatus = [...counts].toSorted(([one], [other]) => one - other);
    return byStatus.map(([status, count]) => `${count} × ${status}`).join(", ") + wait;
  } catch {
    return "The server did not answer. Try again.";
  }
}

const initOf = ({ method, body }: RequestByHand) => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

function setCookie(cookie: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox has no Cookie Store API in the versions that the site supports
  document.cookie = cookie;
}

/** The body. Of a stream, the model's text in it. */
async function gist(response: Response) {
  const text = await response.text();
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return text;
  const deltas = text.matchAll(/^data: (\{"type":"text-delta".*\})$/gm);
  return `“${Array.from(deltas, ([, json = ""]): string => JSON.parse(json).delta).join("")}”`;
}
