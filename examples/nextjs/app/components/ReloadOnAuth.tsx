"use client";

import { useAui } from "@assistant-ui/react";
import { useEffect, useRef } from "react";
import { authClient } from "@/lib/auth-client";

export function ReloadOnAuth() {
  const aui = useAui();
  const { data: session, isPending } = authClient.useSession();
  const userId = session?.user.id;

  // #region reload-on-auth
  // `undefined` means not known yet. The provider has already asked for the list with
  // the same cookie, so the first answer starts no reload, and a page that loads
  // signed in asks for its threads once.
  const lastUserId = useRef<string | null>(undefined);

  useEffect(() => {
    if (isPending) return;

    const before = lastUserId.current;
    lastUserId.current = userId ?? null;
    if (before === undefined || before === lastUserId.current) return;

    // Before 0.15 this was `aui.threads().reload()`, which is deprecated and still
    // works. It never rejects: if the list could not be loaded, the reason is in
    // `threads.loadError`.
    if (userId) void aui.threads.reload();
  }, [aui, isPending, userId]);
  // #endregion reload-on-auth

  return null;
}
