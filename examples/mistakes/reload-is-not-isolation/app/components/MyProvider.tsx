"use client";

import { type ReactNode, useState } from "react";
import { authClient } from "@/lib/auth-client";
import { ReloadOnAuth } from "@/app/components/ReloadOnAuth";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { SignedOut } from "@/app/components/SignedOut";
import { Splash } from "@/app/components/Splash";

export function MyProvider({ children }: { children: ReactNode }) {
  // #region session
  const { data: session, isPending, error, refetch } = authClient.useSession();

  // better-auth asks again when the window is shown, and is "pending" meanwhile.
  // Whoever is typing a password then must not lose the form, so only the first
  // answer is waited for.
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
      error={error ? "The server did not answer." : undefined}
      onRetry={refetch}
    />
  );

  // #region key
  // The runtime outlives its user. Reloading the list replaces the list, and nothing
  // else.
  return (
    <RuntimeProvider>
      <ReloadOnAuth />
      {session ? children : wasAnswered ? signedOut : splash}
    </RuntimeProvider>
  );
  // #endregion key
}
