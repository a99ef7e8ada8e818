"use client";

import { authClient } from "@/lib/auth-client";

export function SignIn() {
  const { data: session } = authClient.useSession();
  if (session) return <p>Signed in as {session.user.email}</p>;

  async function signIn(form: FormData) {
    await authClient.signIn.email({
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
  }

  return (
    <form action={signIn}>
      <input name="email" type="email" aria-label="E-mail" />
      <input name="password" type="password" aria-label="Password" />
      <button type="submit">Sign in</button>
    </form>
  );
}
