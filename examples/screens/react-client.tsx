"use client";

import { AccountMenu } from "@/app/components/auth/AccountMenu";
import { SignedOut } from "@/app/components/auth/SignedOut";
import { authClient } from "@/lib/auth-client";

export default function Page() {
  const { data: session } = authClient.useSession();
  if (!session) return <SignedOut notice={undefined} />;

  return (
    <main className="mx-auto grid max-w-sm gap-4 p-8">
      <h1>Signed in as {session.user.email}</h1>
      <AccountMenu />
    </main>
  );
}
