"use client";

import { type ReactNode, useState } from "react";
import { authClient } from "@/lib/auth-client";
import { ReloadOnAuth } from "./ReloadOnAuth";
import { RuntimeProvider } from "./RuntimeProvider";
import { SignedOut } from "./SignedOut";
import { Splash } from "./Splash";

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

  // #region key
  // All that belongs to a user lives below this key: the list, the open thread, the
  // drafts. Another user's id, or none, and React unmounts the lot. Reloading the
  // list would only replace the list.
  if (session) {
    return (
      <RuntimeProvider key={session.user.id}>
        <ReloadOnAuth />
        {children}
      </RuntimeProvider>
    );
  }
  // #endregion key

  if (wasAnswered)
    return (
      <SignedOut
        notice={wasSignedIn ? "You are signed out. Sign in to go on." : undefined}
      />
    );
  return (
    <Splash
      error={error ? "The server did not answer." : undefined}
      onRetry={refetch}
    />
  );
}
