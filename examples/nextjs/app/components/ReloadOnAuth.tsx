"use client";

import { useAui } from "@assistant-ui/react";
import { useEffect, useRef } from "react";
import { authClient } from "@/lib/auth-client";

export function ReloadOnAuth() {
  const aui = useAui();
  const { data: session, isPending } = authClient.useSession();
  const userId = session?.user.id;

  // #region reload-on-auth
  // `undefined`: not known yet. The list that is on its way at that moment carries
  // the same cookie, so the first answer is where the counting starts, and a
  // signed-in page load asks for its threads once.
  const lastUserId = useRef<string | null>(undefined);

  useEffect(() => {
    if (isPending) return;

    const before = lastUserId.current;
    lastUserId.current = userId ?? null;
    if (before === undefined || before === lastUserId.current) return;

    // Before 0.15 this was `aui.threads().reload()`, which still works and is
    // deprecated. It never rejects: a list that could not be read is in
    // `threads.loadError`.
    if (userId) void aui.threads.reload();
  }, [aui, isPending, userId]);
  // #endregion reload-on-auth

  return null;
}
