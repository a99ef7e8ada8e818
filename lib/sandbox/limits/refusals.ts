import { processWide } from "../http/process-wide";

const delayMs = 1000;

/** Each keeps a connection. Beyond this many, refusals are sent at once. */
const mostWaiting = 1000;

const waiting = processWide("sandbox.refusals", () => ({ count: 0 }));

/**
 * Sends the refusal of what comes too often a moment later. Who asks again as soon as there is an answer then asks once a
 * second on each connection. Without this it is a thousand times a second, and every reader of a page waits for that.
 */
export async function afterAMoment(refusal: Response): Promise<Response> {
  if (waiting.count >= mostWaiting) return refusal;
  waiting.count += 1;
  try {
    await new Promise((over) => setTimeout(over, delayMs));
    return refusal;
  } finally {
    waiting.count -= 1;
  }
}
