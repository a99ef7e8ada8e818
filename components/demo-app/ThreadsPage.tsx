"use client";

import { MyProvider } from "@/app/components/MyProvider";
import { ListPane } from "./ListPane";

/** The form, or the thread list of whoever is signed in, below a key of their id. */
export function ThreadsPage() {
  return (
    <MyProvider>
      <ListPane />
    </MyProvider>
  );
}
