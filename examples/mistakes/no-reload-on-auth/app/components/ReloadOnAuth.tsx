"use client";

import { useAui } from "@assistant-ui/react";
import { useEffect } from "react";

export function ReloadOnAuth() {
  const aui = useAui();

  // #region reload-on-auth
  // Runs once, when the page has loaded. Nothing listens to a session that comes
  // later.
  useEffect(() => {
    void aui.threads.reload();
  }, [aui]);
  // #endregion reload-on-auth

  return null;
}
