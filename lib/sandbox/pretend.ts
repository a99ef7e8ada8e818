import { tokenOnly, withoutToken } from "./cookie";
import { readCookies } from "./cookie-values";
import { type Pretence, pretences, pretendHeader } from "./pretence";
import { refuse } from "./refusal";

const foreignOrigin = "https://evil.example";

/**
 * The headers of a request into a sandbox as they would be if what its page pretends were so, or the answer to a
 * pretence that there is not. This happens before Next.js reads the request, so that `headers()` agrees. It takes
 * rights away and gives none: a cookie goes or is spoilt, an origin becomes one that nobody trusts.
 */
export function pretend(headers: Headers): Headers | Response {
  const pretence = readPretence(headers);
  if (!pretence) return noSuchPretence();

  const changed = new Headers(headers);
  if (pretence === "no-cookie" || pretence === "forged-cookie") {
    // Without its own cookie there is no sandbox to ask.
    const cookies = [tokenOnly(headers), ...(pretence === "forged-cookie" ? forgedCookies(headers) : [])];
    changed.set("cookie", cookies.filter((cookie) => cookie !== "").join("; "));
  }
  if (pretence === "foreign-origin") {
    changed.set("origin", foreignOrigin);
    changed.set("referer", `${foreignOrigin}/`);
    changed.set("sec-fetch-site", "cross-site");
  }
  return changed;
}

export const readPretence = (headers: Headers): Pretence | undefined =>
  pretences.find((pretence) => pretence === headers.get(pretendHeader));

/** Every cookie under its own name, in the shape of better-auth's: a token, a point, a signature. */
function forgedCookies(headers: Headers) {
  return readCookies(withoutToken(headers.get("cookie") ?? "")).map(({ name }) => {
    const signature = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
    return `${name}=${crypto.randomUUID().replaceAll("-", "")}.${encodeURIComponent(signature)}`;
  });
}

const noSuchPretence = () =>
  refuse(400, {
    code: "NO_SUCH_PRETENCE",
    message: `Send ${pretendHeader} with one of ${pretences.join(", ")}, or leave it out.`,
  });
