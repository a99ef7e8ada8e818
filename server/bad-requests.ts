import type { IncomingMessage, ServerResponse } from "node:http";
import { isDemoApi, mcpUrl, mistakesUrl, modelUrl, sessionUrl } from "../lib/sandbox/protocol/addresses.ts";

const reads = ["GET", "HEAD", "OPTIONS"];
const all = [...reads, "POST", "PUT", "PATCH", "DELETE"];

/**
 * The longest address, as it stands in a `Location`. A redirect says it twice (Next.js adds a `Refresh`), and proxies take
 * answers whose headers stay below 4 KiB. A search of 150 characters is shorter in any script.
 */
const maxAddressLength = 1536;

interface Refusal {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

/**
 * Answers what no route of the site can take, and passes the rest on. Next.js answers some of it with 500, and to some
 * of it with nothing.
 */
export function refuseBadRequest(request: IncomingMessage, response: ServerResponse, next: () => void) {
  const refusal = refusalOf(request);
  if (!refusal) return next();
  const { status, headers, ...body } = refusal;
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The pages whose names begin with `_` are Next.js' own, for errors, and `/_global-error` is one that answers 500. */
function refusalOf({ method = "", url = "" }: IncomingMessage): Refusal | undefined {
  if (!all.includes(method)) return wrongMethod(all);
  const path = readPath(url);
  if (path === undefined) {
    return {
      status: 400,
      code: "BAD_ADDRESS",
      message: "The address cannot be read. Send one that begins with /.",
    };
  }
  if (path === "too long") {
    return {
      status: 414,
      code: "ADDRESS_TOO_LONG",
      message: `Send an address of at most ${maxAddressLength} characters.`,
    };
  }
  if (path.startsWith("/_") && !path.startsWith("/_next/")) {
    return { status: 404, code: "NOT_FOUND", message: "There is nothing at this address." };
  }
  if (!reads.includes(method) && !takesWrites(path)) return wrongMethod(reads);
  return undefined;
}

const wrongMethod = (allowed: string[]): Refusal => ({
  status: 405,
  code: "METHOD_NOT_ALLOWED",
  message: `Send ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}.`,
  headers: { Allow: allowed.join(", ") },
});

/** The decoded path, without dot segments, of a request's target. Undefined for one that is no path, or that does not decode. */
function readPath(target: string): string | undefined {
  // `//host` is an address on another host.
  if (!/^\/(?![/\\])/.test(target)) return undefined;
  const address = URL.parse(`http://site${target}`);
  if (!address) return undefined;
  if (address.href.length > maxAddressLength) return "too long";
  try {
    const path = decodeURIComponent(address.pathname);
    // No file has such a name, and none can be asked for.
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Pages take no forms, because no page has a server action. */
const takesWrites = (path: string) =>
  [sessionUrl, mistakesUrl, mcpUrl, modelUrl].includes(path) || isDemoApi(path);
