"use client";

import { ChevronDown, LogOut } from "lucide-react";
import { useState } from "react";
import { authClient } from "@/lib/auth-client";
import { noAnswer, refused } from "@/lib/failure-messages";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { useSession } from "./SessionProvider";

/** Shows who is signed in, and signs out. Empty while nobody is signed in. */
export function AccountMenu() {
  const { data: session } = useSession();
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  if (!session) return null;

  const { id, name, email } = session.user;

  // #region press
  async function signOut() {
    setPending(true);
    setError(await leave());
    setPending(false);
  }
  // #endregion press

  return (
    <details className="group w-full text-sm">
      <summary className="flex items-center gap-2 rounded-lg p-2 transition-colors select-none marker:content-none hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-full bg-ink text-xs font-medium text-inverse uppercase"
        >
          {[...name][0]}
        </span>
        <span className="min-w-0 grow truncate font-medium">{name}</span>
        <span className="sr-only">, account</span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-180"
        />
      </summary>

      <div className="grid gap-3 px-2 pt-1 pb-2">
        <dl className="grid gap-2 text-xs">
          <div>
            <dt className="text-soft">E-mail</dt>
            <dd className="wrap-anywhere">{email}</dd>
          </div>
          <div>
            <dt className="text-soft">User id</dt>
            <dd className="font-mono wrap-anywhere text-user-id">{id}</dd>
          </div>
        </dl>
        {error && <ErrorNote>{error}</ErrorNote>}
        <Button onClick={signOut} disabled={isPending}>
          <LogOut aria-hidden className="size-4" />
          {isPending ? "Signing out…" : "Sign out"}
        </Button>
      </div>
    </details>
  );
}

// #region sign-out
async function leave() {
  try {
    const { error } = await authClient.signOut();
    return error ? (error.message ?? refused(error.status)) : undefined;
  } catch {
    return `You are still signed in. ${noAnswer}`;
  }
}
// #endregion sign-out
