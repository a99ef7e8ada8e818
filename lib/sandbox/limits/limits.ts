import { availableParallelism } from "node:os";
import { env } from "~/lib/env";
import { processWide } from "../http/process-wide";
import { FixedWindow } from "./fixed-window";
import { NetworkWindow } from "./network-window";
import { Turns } from "./turns";

const minute = 60_000;
const hour = 60 * minute;

/** The limits on counts. The limits on sizes are in the mount and the store, which know the sizes. */
export const limits = processWide("sandbox.limits", () => ({
  newSandboxes: new NetworkWindow(env.SANDBOXES_PER_HOUR, hour),
  searches: new NetworkWindow(env.SEARCHES_PER_MINUTE, minute),
  signIns: new NetworkWindow(env.SIGN_INS_PER_MINUTE, minute),
  /**
   * A hash takes one of the four threads that all of Node.js shares, and a processor, for a tenth of a second. Two at once
   * leave threads to the rest, and one processor is left as well, if there are two. Forty wait for some seconds.
   */
  hashing: new Turns({
    atOnce: Math.max(1, Math.min(2, availableParallelism() - 1)),
    waiting: 40,
    waitingOfOne: 8,
  }),
  requests: new FixedWindow(env.REQUESTS_PER_MINUTE, minute),
  chats: new FixedWindow(env.CHATS_PER_MINUTE, minute),
  /** Guards the operator's bill, so it counts only while a real model is asked. */
  siteChats: new FixedWindow(env.CHATS_PER_DAY, 24 * hour),
}));

/** The model that answers. The start decides it, before it points the example's provider at one of the two. */
export const model = process.env.MODEL === "openai" ? "openai" : "demo";
