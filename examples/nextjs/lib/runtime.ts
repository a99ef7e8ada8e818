import type { AssistantRuntime } from "@assistant-ui/react";
import { createContext, useContext } from "react";

// #region use-runtime
export const RuntimeContext = createContext<AssistantRuntime | null>(null);

/**
 * The runtime, for actions that must tell whether the server refused. Its methods
 * return promises. Those of `useAui()` start the same actions and return nothing.
 */
export function useRuntime() {
  const runtime = useContext(RuntimeContext);
  if (!runtime) throw new Error("Render this inside <RuntimeProvider>.");
  return runtime;
}
// #endregion use-runtime
