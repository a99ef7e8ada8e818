import { z } from "zod";

const id = z.string().min(1).max(128);
const textPart = z.object({ type: z.literal("text"), text: z.string().max(64 * 1024) });

/** A message of a user's. */
export const message = z.strictObject({ id, role: z.literal("user"), parts: z.array(textPart).max(64) });

export type Message = z.infer<typeof message>;

export const threadId = id;

export const title = z.string().trim().min(1).max(200);
