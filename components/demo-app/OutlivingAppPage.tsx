"use client";

import { Workspace } from "@/app/components/Workspace";
import { MyProvider } from "~/examples/mistakes/reload-is-not-isolation/app/components/MyProvider";

/** The whole app below the wrong `MyProvider`. */
export function OutlivingAppPage() {
  return (
    <MyProvider>
      <Workspace />
    </MyProvider>
  );
}
