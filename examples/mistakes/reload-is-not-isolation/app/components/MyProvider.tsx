"use client";

import { type ReactNode, useState } from "react";
import { noAnswer, refused } from "@/lib/failure-messages";
import { useSession } from "@/app/components/auth/SessionProvider";
import { SignedOut, Splash } from "@/app/components/auth/SignedOut";
import { ReloadOnAuth } from "@/app/components/ReloadOnAuth";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";

export function MyProvider({ children }: { children: ReactNode }) {
  // #region session
  const { data: session, isPending, error, refetch } = useSession();

  // better-auth fetches the session again when the window is shown, and is "pending"
  // meanwhile. Only the first answer is waited for, so that nobody loses a form that
  // they are filling in.
  const [wasAnswered, setAnswered] = useState(false);
  if (!wasAnswered && !isPending && !error) setAnswered(true);
  // #endregion session

  const [wasSignedIn, setSignedIn] = useState(false);
  if (!wasSignedIn && session) setSignedIn(true);

  const signedOut = (
    <SignedOut
      notice={wasSignedIn ? "You are signed out. Sign in to go on." : undefined}
    />
  );
  const splash = (
    <Splash
      error={error ? (error.status ? refused(error.status) : noAnswer) : undefined}
      onRetry={refetch}
    />
  );

  // #region key
  // The runtime outlives its user. Reloading the list replaces the list and nothing
  // else.
  return (
    <RuntimeProvider>
      <ReloadOnAuth />
      {session ? children : wasAnswered ? signedOut : splash}
    </RuntimeProvider>
  );
  // #endregion key
}
