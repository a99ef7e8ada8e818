"use client";

import { AccountMenu } from "@/app/components/auth/AccountMenu";
import { AuthForm } from "@/app/components/auth/AuthForm";
import { authClient } from "@/lib/auth-client";
import { ClientSession } from "./ClientSession";

/** The form or the account menu, and what the client knows of the session. */
export function SessionPage() {
  const { data: session } = authClient.useSession();
  return (
    <main className="mx-auto grid min-h-dvh max-w-4xl content-start gap-8 p-4 sm:grid-cols-[2fr_3fr] sm:p-6">
      <div className="min-w-0">
        {session && <h1 className="sr-only">Signed in</h1>}
        {session ? <AccountMenu /> : <AuthForm />}
      </div>
      <ClientSession />
    </main>
  );
}
