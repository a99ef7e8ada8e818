import type { RequestByHand } from "~/lib/demo/requests-by-hand";
import { demoPath, shownBrowsers } from "~/lib/sandbox/protocol/addresses";

const isHere = (prefix: string) => location.pathname.startsWith(`${prefix}/`);

const forged = "better-auth.session_token=anything";

/**
 * Sends a request as a script on the page can, with the cookies that this browser has. Returns the answer in short, and
 * calls `show` with its status as soon as that is known.
 */
export async function sendByHand(
  { method, path, body, isForged }: RequestByHand,
  show: (status: string) => void,
): Promise<string> {
  // The path of the app's cookies. In the reader's own app it is `/`.
  const home = shownBrowsers.map((browser) => demoPath(browser)).find(isHere) ?? "/";
  if (isForged) setCookie(`${forged}; Path=${home}`);
  if (isForged && !document.cookie.includes(forged))
    return "Not sent: a script cannot replace an HttpOnly cookie. Sign out first.";
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
    show(`${response.status} …`);
    return `${response.status} ${await gist(response)}`.trim();
  } catch {
    return "The server did not answer. Try again.";
  } finally {
    if (isForged) setCookie(`${forged}; Path=${home}; Max-Age=0`);
  }
}

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
