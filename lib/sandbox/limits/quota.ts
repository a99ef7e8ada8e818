import { errorResponse } from "../http/error-response";
import type { SandboxHandle } from "../store/store";
import { limits, model } from "./limits";

/** The routes that ask the language model. */
const modelRoutes = new Set(["chat", "threads/[id]/title"]);

const kibibyte = 1024;

/**
 * The room that must be free before a write begins. So a write of several statements never stops half-way. Signing in,
 * up or out takes little, and stays possible when messages no longer are.
 */
const reserve = { auth: 16 * kibibyte, other: 64 * kibibyte };

/** The error for a request that exceeds one of the sandbox's counts. */
export function overLimit(sandbox: SandboxHandle, route: string): Response | undefined {
  return tooFast(sandbox) ?? (modelRoutes.has(route) ? overChatLimit(sandbox) : undefined);
}

export function tooFast(sandbox: SandboxHandle) {
  const requests = limits.requests.take(sandbox.id);
  if (requests.ok) return undefined;
  return tooMany(
    "TOO_MANY_REQUESTS",
    "You are faster than this sandbox may answer. Wait a moment.",
    requests.retryAfter,
  );
}

function overChatLimit(sandbox: SandboxHandle) {
  const own = limits.chats.take(sandbox.id);
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

const tooMany = (code: string, message: string, retryAfter: number) =>
  errorResponse(429, { code, message, retryAfter });

/** Whether a write finds too little room. It asks the database, which may turn out to be damaged. */
export function isFull(sandbox: SandboxHandle, route: string, method: string) {
  const writes = method === "POST" || method === "PUT" || method === "PATCH";
  return writes && sandbox.freeBytes() < (route.startsWith("auth/") ? reserve.auth : reserve.other);
}

export const full = () =>
  errorResponse(507, {
    code: "SANDBOX_FULL",
    message: "This sandbox is full. Reset it, or delete a thread.",
  });
