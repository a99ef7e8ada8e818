import { limits } from "./limits";
import { model } from "./model";
import { refuse } from "./refusal";
import type { Lease } from "./store";

/** The routes that ask the language model. */
const asking = new Set(["chat", "threads/[id]/title"]);

const kibibyte = 1024;

/**
 * What must be free before a write begins, so that one which takes several statements never stops half-way for want of
 * room. Signing in, up or out takes little, and should be possible when messages no longer are.
 */
const reserve = { auth: 16 * kibibyte, other: 64 * kibibyte };

/** Refuses what would exceed one of the sandbox's counts. */
export function overLimit(lease: Lease, route: string): Response | undefined {
  return tooFast(lease) ?? (asking.has(route) ? overChatLimit(lease) : undefined);
}

export function tooFast(lease: Lease) {
  const requests = limits.requests.take(lease.id);
  if (requests.ok) return undefined;
  return tooMany(
    "TOO_MANY_REQUESTS",
    "You are faster than this sandbox may answer. Wait a moment.",
    requests.retryAfter,
  );
}

function overChatLimit(lease: Lease) {
  const own = limits.chats.take(lease.id);
  if (!own.ok)
    return tooMany("TOO_MANY_CHATS", "This sandbox has chatted a lot. Wait a moment.", own.retryAfter);

  const site = model === "openai" ? limits.siteChats.take("site") : own;
  if (!site.ok)
    return tooMany(
      "CHATS_USED_UP",
      "This site's chats for today are used up. Come back tomorrow.",
      site.retryAfter,
    );
}

/** Whether a write finds too little room. It asks the database, which may turn out to be damaged. */
export function isFull(lease: Lease, route: string, method: string) {
  const writes = method === "POST" || method === "PUT" || method === "PATCH";
  return writes && lease.freeBytes() < (route.startsWith("auth/") ? reserve.auth : reserve.other);
}

export const full = () =>
  refuse(507, { code: "SANDBOX_FULL", message: "This sandbox is full. Reset it, or delete a thread." });

const tooMany = (code: string, message: string, retryAfter: number) =>
  refuse(429, { code, message, retryAfter });
