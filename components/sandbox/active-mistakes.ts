import { useSyncExternalStore } from "react";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { currentSandbox, subscribeToSandbox } from "./sandbox";

export interface ActiveMistakes {
  /** The mistakes that the visitor's sandbox runs. None until it has answered. */
  on: readonly MistakeName[];
  /** It has answered, or could not. */
  isReady: boolean;
  isBusy: boolean;
  /** Why the last question or order came to nothing. */
  error?: string;
}

const unknown: ActiveMistakes = { on: [], isReady: false, isBusy: false };

// One for the page, as the sandbox is.
let switches = unknown;
let turn = 0;
const listeners = new Set<() => void>();

function set(next: ActiveMistakes) {
  switches = next;
  for (const listener of listeners) listener();
}

/** Which mistakes are on in the visitor's sandbox: read when there is one, and again when another tab changes it. */
export function useActiveMistakes() {
  return useSyncExternalStore(
    subscribe,
    () => switches,
    () => unknown,
  );
}

/** These are on from now on, and no others. Says whether that has worked. */
export async function switchMistakes(on: readonly MistakeName[]) {
  if (switches.isBusy) return false;
  const body = JSON.stringify({ on });
  await ask({ method: "PUT", headers: { "Content-Type": "application/json" }, body });
  channel?.postMessage("changed");
  return switches.error === undefined;
}

export const readActiveMistakes = () => ask();

async function ask(order?: RequestInit) {
  turn += 1;
  const own = turn;
  set({ ...switches, isBusy: true, error: undefined });
  const answer = await send(order);
  // Another question, or another sandbox, has come in between.
  if (own !== turn) return;
  const { on } = switches;
  set({ on, isReady: true, isBusy: false, ...answer });
}

async function send(order: RequestInit | undefined): Promise<{ on: MistakeName[] } | { error: string }> {
  try {
    const response = await fetch("/demo/mistakes", order);
    if (response.status === 428) return { error: "Your sandbox has ended. Reset the demo." };
    const answer: { on: MistakeName[]; message?: string } = await response.json();
    if (response.ok) return { on: answer.on };
    return { error: answer.message || `The server refused (${response.status}).` };
  } catch {
    return { error: "The server did not answer. Try again." };
  }
}

// Open as long as somebody looks.
let channel: BroadcastChannel | undefined;
let unsubscribe = () => {};

function subscribe(listener: () => void) {
  if (listeners.size === 0) listen();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    unsubscribe();
  };
}

function listen() {
  channel = new BroadcastChannel("demo-mistakes");
  channel.onmessage = () => void readActiveMistakes();
  unsubscribe = subscribeToSandbox(follow);
  count = 0;
  void follow();
}

/** Of which sandbox the switches are. */
let count = 0;

async function follow() {
  const sandbox = currentSandbox();
  if (sandbox.status !== "ready") {
    turn += 1;
    if (switches !== unknown) set(unknown);
  } else if (sandbox.count !== count) {
    count = sandbox.count;
    await readActiveMistakes();
    // A reset has switched all of them off, in other tabs, too.
    if (count > 1) channel?.postMessage("changed");
  }
}
