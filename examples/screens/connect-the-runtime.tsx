"use client";

import { SignedOut } from "@/app/components/auth/SignedOut";
import { RuntimeProvider } from "@/app/components/RuntimeProvider";
import { authClient } from "@/lib/auth-client";
import { SmallChat } from "./SmallChat";

export default function Page() {
  const { data: session } = authClient.useSession();
  if (!session) return <SignedOut notice={undefined} />;

  return (
    <RuntimeProvider>
      <SmallChat />
    </RuntimeProvider>
  );
}
