import { meter } from "~/lib/operator/meter";
import { errorResponse } from "../http/error-response";
import type { SandboxHandle } from "../store/store";
import type { FixedWindow } from "./fixed-window";
import { limits, model } from "./limits";

/** The routes whose `POST` asks the language model. */
const modelRoutes = new Set(["chat", "threads/[id]/title", "threads/[id]/answer"]);

const asksModel = (route: string, method: string) => method === "POST" && modelRoutes.has(route);

const kibibyte = 1024;

/**
 * The room that must be free before a write begins. So a write of several statements never stops half-way. Signing in,
 * up or out takes little, and stays possible when messages no longer are.
 */
const reserve = { auth: 16 * kibibyte, other: 64 * kibibyte };

/** The error for a request that exceeds one of the sandbox's counts. */
export const overLimit = (sandbox: SandboxHandle, route: string, method: string) =>
  tooFast(sandbox) ?? (asksModel(route, method) ? overChatLimit(sandbox) : undefined);

/** Counts a request to the model once it is answered. One that the example itself has refused has asked nobody. */
export function countChat({ id }: SandboxHandle, route: string, method: string, { status }: Response) {
  if (!asksModel(route, method)) return;
  const isRefused = status >= 400 && status < 500;
  if (!isRefused) return meter()?.askedModel(route);
  limits.chats.giveBack(id);
  if (model === "openai") limits.siteChats.giveBack("site");
}

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

/**
 * What a write finds too little room in: the sandbox or the disk. It asks the database, which may turn out to be damaged.
 */
export function lackOfRoom(sandbox: SandboxHandle, route: string, method: string): LackOfRoom | undefined {
  const writes = method === "POST" || method === "PUT" || method === "PATCH";
  if (!writes) return undefined;
  const isAuth = route.startsWith("auth/");
  if (sandbox.freeBytes() < (isAuth ? reserve.auth : reserve.other)) return "sandbox is full";
  return !isAuth && sandbox.isDiskFull() ? "disk is full" : undefined;
}

export type LackOfRoom = "sandbox is full" | "disk is full";

export const noRoom = (lack: LackOfRoom) => (lack === "disk is full" ? diskFull() : sandboxFull());

const sandboxFull = () =>
  errorResponse(507, {
    code: "SANDBOX_FULL",
    message: "This sandbox is full. Reset it, or delete a thread.",
  });

/** Nothing that the visitor could delete would help. */
export const diskFull = () =>
  errorResponse(507, {
    code: "DISK_FULL",
    message: "This site's disk takes no more for now. What you have is kept. Try again in a few minutes.",
    retryAfter: 300,
  });
