import type { AssistantRuntime } from "@assistant-ui/react";
import { createContext, useContext } from "react";

export const RuntimeContext = createContext<AssistantRuntime | null>(null);

/**
 * The runtime itself. `useAui()` starts the same actions, but its types promise no
 * promise: what has to say whether the server agreed asks the runtime.
 */
export function useRuntime() {
  const runtime = useContext(RuntimeContext);
  if (!runtime) throw new Error("Render this inside <RuntimeProvider>.");
  return runtime;
}
