import type { MistakeName } from "~/lib/mistakes/mistakes";
import { mistakesUrl } from "~/lib/sandbox/protocol/addresses";
import { createStore } from "../ui/store";
import { fetchInSandbox, sandbox } from "./sandbox";

export interface ActiveMistakes {
  /** The mistakes that the visitor's sandbox runs. None until it has answered. */
  on: readonly MistakeName[];
  /** It has answered, or could not. */
  isReady: boolean;
  isBusy: boolean;
  /** Why the last request failed. */
  error?: string;
}

const unknown: ActiveMistakes = { on: [], isReady: false, isBusy: false };

const store = createStore(unknown, connect);

/** The mistakes that are on in the visitor's sandbox: read when there is one, and again when another tab changes it. */
export const useActiveMistakes = store.use;

/** These are on from now on, and no others. Says whether that has worked. */
export async function switchMistakes(on: readonly MistakeName[]) {
  if (store.get().isBusy) return false;
  const body = JSON.stringify({ on });
  const { error } = await request({ method: "PUT", headers: { "Content-Type": "application/json" }, body });
  channel?.postMessage("changed");
  return error === undefined;
}

/** Reads which mistakes are on. */
export const readActiveMistakes = () => request();

let turn = 0;

async function request(init?: RequestInit): Promise<ActiveMistakes> {
  turn += 1;
  const own = turn;
  store.set({ ...store.get(), isBusy: true, error: undefined });
  const answer = await send(init);
  const answered = { on: store.get().on, isReady: true, isBusy: false, ...answer };
  // Unless another request, or another sandbox, has come in between. Who asked is told in any case.
  if (own === turn) store.set(answered);
  return answered;
}

async function send(init: RequestInit | undefined): Promise<{ on: MistakeName[] } | { error: string }> {
  try {
    const response = await fetchInSandbox(mistakesUrl, init);
    const answer: { on: MistakeName[]; message?: string } = await response.json();
    if (response.ok) return { on: answer.on };
    return { error: answer.message || `The server refused (${response.status}).` };
  } catch {
    return { error: "The server did not answer. Check your connection, and try again." };
  }
}

let channel: BroadcastChannel | undefined;
/** The sandbox whose mistakes these are. */
let count = 0;

/** Follows the sandbox and the other tabs, as long as somebody looks. */
function connect() {
  channel = new BroadcastChannel("demo-mistakes");
  channel.onmessage = () => void readActiveMistakes();
  const unsubscribe = sandbox.subscribe(follow);
  count = 0;
  void follow();
  return () => {
    channel?.close();
    unsubscribe();
  };
}

async function follow() {
  const current = sandbox.get();
  if (current.status !== "ready") {
    turn += 1;
    if (store.get() !== unknown) store.set(unknown);
  } else if (current.count !== count) {
    count = current.count;
    await readActiveMistakes();
    // A reset has switched all of them off, in other tabs, too.
    if (count > 1) channel?.postMessage("changed");
  }
}
