import { mistakesUrl, sessionUrl } from "../../lib/sandbox/protocol/addresses.ts";

/**
 * Makes a sandbox, reads it and removes it. Says how the site answered: 2xx, or what was in the way. 429 and 503 mean that
 * there are as many as there may be: then they can be made.
 */
export async function tryOutSandbox(site: string): Promise<number> {
  const made = await fetch(site + sessionUrl, { method: "POST" });
  if (made.status === 429 || made.status === 503) return 200;
  const cookie = made.headers
    .getSetCookie()
    .map((header) => header.split(";", 1)[0])
    .join("; ");
  const read = made.ok ? await fetch(site + mistakesUrl, { headers: { cookie } }) : made;
  const removed = read.ok ? await fetch(site + sessionUrl, { method: "DELETE", headers: { cookie } }) : read;
  return removed.status;
}

const minute = 60_000;

/** A probe comes every few seconds, and whoever finds its address may ask as well. So an answer holds for a while. */
const holdsFor = { good: 2 * minute, bad: minute / 12 };

/** Whether a sandbox can be made and read. */
export function readiness(site: string) {
  let answer: Promise<boolean> | undefined;
  return function isReady() {
    answer ??= tryOutSandbox(site)
      .then(
        (status) => status < 400,
        () => false,
      )
      .then((isGood) => {
        const forget = () => {
          answer = undefined;
        };
        setTimeout(forget, isGood ? holdsFor.good : holdsFor.bad).unref();
        return isGood;
      });
    return answer;
  };
}
