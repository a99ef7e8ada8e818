"use client";

import { type FormEvent, useId, useState } from "react";
import { authClient } from "@/lib/auth-client";
import { noAnswer, refused } from "@/lib/failure-messages";
import { useHydrated } from "@/lib/use-hydrated";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { Field } from "../ui/Field";
import { VerifyEmail } from "./VerifyEmail";

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
  const [outcome, setOutcome] = useState<Outcome>({});
  const [isPending, setPending] = useState(false);
  // Before that, the browser would send the form itself, password in the address.
  const isHydrated = useHydrated();
  const titleId = useId();
  const words = wording[mode];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);

    setPending(true);
    setOutcome(await authenticate(mode, form));
    setPending(false);
  }

  function switchMode() {
    setMode(mode === "sign-in" ? "sign-up" : "sign-in");
    setOutcome({});
  }

  if (outcome.unverified) {
    const back = () => {
      setMode("sign-in");
      setOutcome({});
    };
    return <VerifyEmail email={outcome.unverified} onBack={back} />;
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
        {outcome.error && <ErrorNote>{outcome.error}</ErrorNote>}
        <Button
          type="submit"
          look="primary"
          disabled={isPending || !isHydrated}
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

interface Outcome {
  error?: string;
  /** An address that has to be verified before its user can sign in. */
  unverified?: string;
}

// #region authenticate
/** What to show. After a success that is nothing: every `useSession` is updated. */
async function authenticate(
  mode: "sign-in" | "sign-up",
  form: FormData,
): Promise<Outcome> {
  const text = (name: string) => String(form.get(name) ?? "");
  const credentials = { email: text("email"), password: text("password") };
  // better-auth's limit by the address says in a header alone for how long it lasts.
  const limit: { seconds?: string | null } = {};
  const onError = ({ response }: { response: Response }) => {
    limit.seconds = response.headers.get("X-Retry-After");
  };

  try {
    const { data, error } =
      mode === "sign-in"
        ? await authClient.signIn.email(credentials, { onError })
        : await authClient.signUp.email(
            { ...credentials, name: text("name") },
            { onError },
          );
    // An account without a session: its address must be verified first.
    if (error?.code === "EMAIL_NOT_VERIFIED" || (data && !data.token))
      return { unverified: credentials.email };
    if (limit.seconds)
      return { error: `Too many tries. Try again in ${limit.seconds} seconds.` };
    return error ? { error: error.message ?? refused(error.status) } : {};
  } catch {
    return { error: noAnswer };
  }
}
// #endregion authenticate
