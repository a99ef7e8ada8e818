import { errorResponse } from "../http/error-response";
import type { SandboxHandle } from "../store/store";
import type { FixedWindow } from "./fixed-window";
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
export const overLimit = (sandbox: SandboxHandle, route: string) =>
  tooFast(sandbox) ?? (modelRoutes.has(route) ? overChatLimit(sandbox) : undefined);

export const tooFast = ({ id }: SandboxHandle) =>
  take(
    limits.requests,
    id,
    "TOO_MANY_REQUESTS",
    "You are faster than this sandbox may answer. Wait a moment.",
  );

const overChatLimit = ({ id }: SandboxHandle) =>
  take(limits.chats, id, "TOO_MANY_CHATS", "This sandbox has chatted a lot. Wait a moment.") ??
  (model === "openai"
    ? take(
        limits.siteChats,
        "site",
        "CHATS_USED_UP",
        "This site's chats for today are used up. Come back tomorrow.",
      )
    : undefined);

function take(limit: FixedWindow, key: string, code: string, message: string) {
  const verdict = limit.take(key);
  return verdict.ok ? undefined : errorResponse(429, { code, message, retryAfter: verdict.retryAfter });
}

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
