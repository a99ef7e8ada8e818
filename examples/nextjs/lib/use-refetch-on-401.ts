import { useEffect } from "react";
import { authClient } from "./auth-client";
import { requestEvents } from "./request";

// #region refetch
/**
 * Fetches the session again when a request was answered 401. If the session is gone,
 * every `useSession` on the page learns of it.
 */
export function useRefetchOn401() {
  const { refetch } = authClient.useSession();

  useEffect(() => {
    const fetchSession = () => void refetch();
    requestEvents.addEventListener("unauthorized", fetchSession);
    return () => requestEvents.removeEventListener("unauthorized", fetchSession);
  }, [refetch]);
}
// #endregion refetch
