import type { Answer, Request } from "./request";

export const foreignOrigin = "https://evil.example";
const strangers = { "no-cookie": "without a cookie", "forged-cookie": "with a forged cookie" };

/** Such as `POST /api/threads as user A, from https://evil.example`. */
export function titleOf({ method, path, as, sender, simulate, detail }: Request) {
  const from = simulate === "foreign-origin" ? `, from ${foreignOrigin}` : "";
  const who = typeof as === "object" ? `as ${as.name}${from}` : as && strangers[as];
  return [method, path, sender ?? who].filter(Boolean).join(" ") + (detail ? `, ${detail}` : "");
}

/** The path of a request with its ids and its query in it. */
export function pathOf({ path, thread = "", message = "", query }: Request) {
  const filled = path
    .replace("{id}", encodeURIComponent(thread))
    .replace("{message}", encodeURIComponent(message));
  if (!query) return filled;
  return `${filled}${filled.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
}

/** The part of a request that `fetch` sends alike from a page and from Node. */
export function initOf({ method, body, raw, isChunked, headers }: Request, own: Record<string, string>) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const all = { ...(text !== undefined && { "Content-Type": "application/json" }), ...own, ...headers };
  const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== null);
  return {
    method,
    headers: Object.fromEntries(sent),
    ...(text !== undefined && { body: isChunked ? new Blob([text]).stream() : text }),
    ...(isChunked && { duplex: "half" }),
  };
}

/** The part of an answer that a page and Node see alike. */
export async function readAnswer(request: Request, response: Response) {
  const { ok, status, headers } = response;
  const content = ok && request.isChat ? await readWords(response, request) : { text: await response.text() };
  return {
    request,
    status,
    type: headers.get("content-type") ?? "",
    location: headers.get("location"),
    retryAfter: headers.get("retry-after"),
    link: headers.get("link") ?? "",
    caching: headers.get("cache-control") ?? "",
    ...content,
    json: parseJson(content.text),
  };
}

/**
 * Reads a model's answer until its first word, or until the stream tells of an error. If there is something to be done
 * meanwhile, that is done then, and the rest is read.
 */
async function readWords({ body, headers }: Response, { meanwhile }: Request) {
  // The AI SDK's stream opens with parts that hold no words yet. Of any other stream, the first character will do.
  const words = headers.has("x-vercel-ai-ui-message-stream") ? /"type":"(text|reasoning)-delta"/ : /\S/;
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let isRead = reader === undefined;
  async function readMore() {
    const chunk = await reader?.read();
    isRead = chunk?.done !== false;
    text += chunk?.value ?? "";
  }
  while (!isRead && !words.test(text) && errorIn(text) === undefined) await readMore();
  if (meanwhile) {
    await meanwhile();
    while (!isRead) await readMore();
  }
  await reader?.cancel();
  return { text, hasWords: words.test(text) && errorIn(text) === undefined };
}

/** What a stream says instead of an answer. */
export const errorIn = (stream: string) => /"type":"error","errorText":"((?:[^"\\]|\\.)*)"/.exec(stream)?.[1];

/** Undefined if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at this place of some JSON, if there is one. */
export const valueAt = (json: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );

export const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

/** A refusal that says so: neither a fault of the server nor a redirect. */
export const isRefusal = ({ status }: Answer) => status >= 400 && status < 500;

/** The route is not there, or not with this method. */
export const isAbsent = ({ status }: Answer) => status === 404 || status === 405 || status === 501;

/** The same, of an app that checks no body: it has a fault for what it does not find in one. */
export const mayWantOtherBody = (answer: Answer) => wantsOtherBody(answer) || answer.status === 500;

/** The route wants another body. */
export const wantsOtherBody = ({ status }: Answer) => status === 400 || status === 422;

/** Such as `GET /api/threads without a cookie: 307, a redirect to /sign-in`. */
export function inWords({ request, status, type, location }: Answer) {
  const html = type.startsWith("text/html") ? ", a page of HTML" : "";
  const kind = location ? `, a redirect to ${location.split("?", 1)[0]}` : html;
  return `${titleOf(request)}: ${status}${kind}`;
}
