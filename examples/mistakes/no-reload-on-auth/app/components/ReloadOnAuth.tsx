"use client";

import { useAui } from "@assistant-ui/react";
import { useEffect } from "react";

export function ReloadOnAuth() {
  const aui = useAui();

  // #region reload-on-auth
  // Runs once, when the page has loaded. A session that comes later finds nobody
  // listening.
  useEffect(() => {
    void aui.threads.reload();
  }, [aui]);
  // #endregion reload-on-auth

  return null;
}
