import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the HTML that the server sends, and until React has taken it over. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
