"use client";

import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { ReloadOnAuth } from "~/examples/mistakes/no-reload-on-auth/app/components/ReloadOnAuth";
import { ListPane } from "./ListPages";

/** `LateSignInPage` with the wrong `ReloadOnAuth`. */
export function LoadOncePage() {
  return (
    <RuntimeProvider>
      <ReloadOnAuth />
      <ListPane />
    </RuntimeProvider>
  );
}
