"use client";

import { type ReactNode, useState } from "react";
import { noAnswer, refused } from "@/lib/failure-messages";
import { useSession } from "./auth/SessionProvider";
import { SignedOut, Splash } from "./auth/SignedOut";
import { ReloadOnAuth } from "./ReloadOnAuth";
import { RuntimeProvider } from "./RuntimeProvider";

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

  // #region key
  // Everything of a user is below this key: the list, the open thread, the drafts.
  // When the id changes or goes away, React unmounts all of it. Reloading the list
  // would replace the list and nothing else.
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
      error={error ? (error.status ? refused(error.status) : noAnswer) : undefined}
      onRetry={refetch}
    />
  );
}
