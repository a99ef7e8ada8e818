"use client";

import { createContext, type ReactNode, use } from "react";
import { authClient } from "@/lib/auth-client";
import { useHydrated } from "@/lib/use-hydrated";

type Session = typeof authClient.$Infer.Session;

const SessionAtServer = createContext<Session | null | undefined>(undefined);

interface SessionProviderProps {
  /** What the server knew when it made the page. */
  session: Session | null | undefined;
  children: ReactNode;
}

// #region session-provider
/** Tells what is below it who is signed in, before the browser has asked. */
export function SessionProvider({ session, children }: SessionProviderProps) {
  // The client takes the first one, and no other.
  authClient.hydrateSession(session ?? null);
  return <SessionAtServer value={session}>{children}</SessionAtServer>;
}

/**
 * better-auth's `useSession`, which knows nobody in the HTML of the server and while
 * React takes that over. There, this one says what the server knew.
 */
export function useSession() {
  const atServer = use(SessionAtServer);
  const session = authClient.useSession();
  if (useHydrated() || atServer === undefined) return session;
  return { ...session, data: atServer, isPending: false };
}
// #endregion session-provider
