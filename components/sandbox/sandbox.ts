import { useSyncExternalStore } from "react";

export type Sandbox =
  | { status: "none" }
  | { status: "making"; isReset: boolean }
  /** `count` tells a fresh sandbox from the one before. */
  | { status: "ready"; model: "demo" | "openai"; count: number }
  | { status: "failed"; message: string };

// One for all demos of the page, because the visitor has one.
let sandbox: Sandbox = { status: "none" };
let count = 0;
const listeners = new Set<() => void>();

function set(next: Sandbox) {
  sandbox = next;
  for (const listener of listeners) listener();
}

export function subscribeToSandbox(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const currentSandbox = () => sandbox;

const none: Sandbox = { status: "none" };

export function useSandbox() {
  return useSyncExternalStore(subscribeToSandbox, currentSandbox, () => none);
}

/** Asks for the visitor's sandbox, unless that has been done. Frames load only after it, so two never make two. */
export async function enterSandbox() {
  if (sandbox.status === "making" || sandbox.status === "ready") return;
  set({ status: "making", isReset: false });
  await ask("POST");
}

/** Throws the sandbox away, and all that is in it, and asks for another. */
export async function resetSandbox() {
  if (sandbox.status === "making") return;
  set({ status: "making", isReset: true });
  if (await ask("DELETE")) await ask("POST");
}

/** The answer decides what the sandbox is now, except a good one to `DELETE`: then there is more to come. */
async function ask(method: "POST" | "DELETE") {
  try {
    // Tabs that open at once take turns: the second finds what the first has made.
    const response = await navigator.locks.request("sandbox", () => fetch("/demo/session", { method }));
    if (response.status === 204) return true;

    const answer: { model: "demo" | "openai"; message?: string } = await response.json();
    if (!response.ok) throw new Refusal(answer.message);
    count += 1;
    set({ status: "ready", model: answer.model, count });
    return true;
  } catch (error) {
    const message = error instanceof Refusal ? error.message : "";
    set({ status: "failed", message: message || "The server did not answer. Check your connection." });
    return false;
  }
}

class Refusal extends Error {}
