"use client";

import { type FormEvent, useId, useState } from "react";
import { authClient } from "@/lib/auth-client";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { Field } from "../ui/Field";

const wording = {
  "sign-in": {
    title: "Sign in",
    submit: "Sign in",
    question: "No account yet?",
    other: "Create one",
  },
  "sign-up": {
    title: "Create an account",
    submit: "Create account",
    question: "Have an account?",
    other: "Sign in",
  },
};

interface AuthFormProps {
  /** Why the form is shown, if nobody asked for it. */
  notice?: string | undefined;
}

export function AuthForm({ notice }: AuthFormProps) {
  const [mode, setMode] = useState<keyof typeof wording>("sign-in");
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const titleId = useId();
  const words = wording[mode];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);

    setPending(true);
    setError(await authenticate(mode, form));
    setPending(false);
  }

  function switchMode() {
    setMode(mode === "sign-in" ? "sign-up" : "sign-in");
    setError(undefined);
  }

  return (
    <section aria-labelledby={titleId} className="w-full max-w-88">
      <h1 id={titleId} className="text-xl font-semibold tracking-tight">
        {words.title}
      </h1>
      {notice && (
        <p role="status" className="mt-1 text-sm text-soft">
          {notice}
        </p>
      )}

      <form onSubmit={submit} aria-busy={isPending} className="mt-6 grid gap-4">
        {mode === "sign-up" && (
          <Field label="Name" name="name" autoComplete="name" maxLength={100} />
        )}
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <Field
          // The key empties the field when the form changes between the two modes.
          key={mode}
          label="Password"
          name="password"
          type="password"
          autoComplete={mode === "sign-in" ? "current-password" : "new-password"}
          hint={mode === "sign-up" ? "At least 8 characters" : undefined}
          minLength={mode === "sign-up" ? 8 : undefined}
          maxLength={128}
        />
        {error && <ErrorNote>{error}</ErrorNote>}
        <Button
          type="submit"
          look="primary"
          disabled={isPending}
          className="mt-2 h-10"
        >
          {isPending ? "One moment…" : words.submit}
        </Button>
      </form>

      <p className="mt-6 text-sm text-soft">
        {words.question}{" "}
        <button
          type="button"
          onClick={switchMode}
          className="font-medium text-ink underline underline-offset-3"
        >
          {words.other}
        </button>
      </p>
    </section>
  );
}

// #region authenticate
/** The error to show, or undefined. After a success every `useSession` is updated. */
async function authenticate(mode: "sign-in" | "sign-up", form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const credentials = { email: text("email"), password: text("password") };

  try {
    const { error } =
      mode === "sign-in"
        ? await authClient.signIn.email(credentials)
        : await authClient.signUp.email({ ...credentials, name: text("name") });
    return error
      ? (error.message ?? `The server refused (${error.status}). Try again later.`)
      : undefined;
  } catch {
    return "The server did not answer. Check your connection and try again.";
  }
}
// #endregion authenticate
