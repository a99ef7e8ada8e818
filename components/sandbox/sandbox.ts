import { sessionUrl } from "~/lib/sandbox/protocol/addresses";
import { createStore } from "../ui/store";

export type Sandbox =
  | { status: "none" }
  | { status: "making"; isReset: boolean }
  /** `count` tells a fresh sandbox from the one before. `isLost` if it takes the place of one that is gone. */
  | { status: "ready"; model: "demo" | "openai"; count: number; isLost: boolean }
  | { status: "failed"; message: string };

/** The visitor's sandbox. All demos of the page share it, because the visitor has one. */
export const sandbox = createStore<Sandbox>({ status: "none" });

export const useSandbox = sandbox.use;

let count = 0;

/** Asks for the visitor's sandbox, unless that has been done. Frames load only after it, so two never make two. */
export async function enterSandbox() {
  const { status } = sandbox.get();
  if (status === "making" || status === "ready") return;
  sandbox.set({ status: "making", isReset: false });
  await ask("POST");
}

/** Throws the sandbox away, and all that is in it, and asks for another. */
export async function resetSandbox() {
  if (sandbox.get().status === "making") return;
  sandbox.set({ status: "making", isReset: true });
  if (await ask("DELETE")) await ask("POST");
}

/**
 * `fetch`, which asks for another sandbox if the visitor's has ended, and tries again. Those who notice at the same time
 * take turns, so that two do not make two.
 */
export async function fetchInSandbox(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 428) return response;
  const made = await requestSession("POST");
  if (!made.ok) return made;
  noteLoss();
  return fetch(url, init);
}

/** The visitor's sandbox has gone, and a request has brought a fresh one. The page says so. */
export function noteLoss() {
  const current = sandbox.get();
  if (current.status === "ready") sandbox.set({ ...current, isLost: true });
}

/** Tabs that open at once take turns: the second finds what the first has made. */
const requestSession = (method: "POST" | "DELETE") =>
  navigator.locks.request("sandbox", () => fetch(sessionUrl, { method }));

/** The answer decides what the sandbox is now, except a good one to `DELETE`: then there is more to come. */
async function ask(method: "POST" | "DELETE") {
  let message = "";
  try {
    const response = await requestSession(method);
    if (response.status === 204) return true;
    const answer: { model: "demo" | "openai"; isLost: boolean; message?: string } = await response.json();
    if (response.ok) {
      count += 1;
      sandbox.set({ status: "ready", model: answer.model, count, isLost: answer.isLost });
      return true;
    }
    message = answer.message ?? "";
  } catch {
    // No answer, or none in JSON.
  }
  sandbox.set({ status: "failed", message: message || "The server did not answer. Check your connection." });
  return false;
}
