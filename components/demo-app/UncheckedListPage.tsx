"use client";

import { SignedOut } from "@/app/components/auth/SignedOut";
import { authClient } from "@/lib/auth-client";
import { ListPane } from "./ListPane";
import { UncheckedRuntimeProvider } from "./UncheckedRuntimeProvider";

/** `ThreadsPage` with the wrong `request` behind its changes. */
export function UncheckedListPage() {
  const { data: session } = authClient.useSession();
  if (!session) return <SignedOut notice={undefined} />;
  return (
    <UncheckedRuntimeProvider key={session.user.id}>
      <ListPane />
    </UncheckedRuntimeProvider>
  );
}
