"use client";

import { ReloadOnAuth } from "@/app/components/ReloadOnAuth";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { ListPane } from "./ListPane";

/** A provider that does not wait for a session. It loads its list at once, and again when somebody signs in. */
export function LateSignInPage() {
  return (
    <RuntimeProvider>
      <ReloadOnAuth />
      <ListPane />
    </RuntimeProvider>
  );
}
