import { env } from "~/lib/env";
import { wideFactor } from "../http/addresses";
import { processWide } from "../http/process-wide";
import { FixedWindow } from "./fixed-window";

const minute = 60_000;
const hour = 60 * minute;

/** The limits on counts. The limits on sizes are in the mount and the store, which know the sizes. */
export const limits = processWide("sandbox.limits", () => ({
  newSandboxes: {
    narrow: new FixedWindow(env.SANDBOXES_PER_HOUR, hour),
    wide: new FixedWindow(env.SANDBOXES_PER_HOUR * wideFactor, hour),
  },
  requests: new FixedWindow(env.REQUESTS_PER_MINUTE, minute),
  chats: new FixedWindow(env.CHATS_PER_MINUTE, minute),
  /** Guards the operator's bill, so it counts only while a real model is asked. */
  siteChats: new FixedWindow(env.CHATS_PER_DAY, 24 * hour),
}));

/** The model that answers. The start decides it, before it points the example's provider at one of the two. */
export const model = process.env.MODEL === "openai" ? "openai" : "demo";
