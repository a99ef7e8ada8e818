import { useState } from "react";
import { authClient } from "@/lib/auth-client";
import { noAnswer, refused } from "@/lib/failure-messages";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";

interface VerifyEmailProps {
  email: string;
  onBack: () => void;
}

/** Shown when `auth.ts` requires verified addresses, and this one is not yet. */
export function VerifyEmail({ email, onBack }: VerifyEmailProps) {
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ error?: string }>();

  async function sendAgain() {
    setPending(true);
    setOutcome(await sendLink(email));
    setPending(false);
  }

  return (
    <section aria-labelledby="verify-title" className="w-full max-w-88">
      <h1 id="verify-title" className="text-xl font-semibold tracking-tight">
        Check your mail
      </h1>
      <p role="status" className="mt-1 text-sm text-soft">
        We have sent a link to <span className="wrap-anywhere text-ink">{email}</span>
        . Open it, and you can sign in.
      </p>
      <div className="mt-6 grid gap-3">
        {outcome?.error && <ErrorNote>{outcome.error}</ErrorNote>}
        <Button onClick={sendAgain} disabled={isPending} className="h-10">
          {isPending ? "One moment…" : "Send the link again"}
        </Button>
        <Button onClick={onBack} className="h-10">
          Back to sign in
        </Button>
      </div>
      <p role="status" className="mt-3 text-sm text-soft">
        {outcome && !outcome.error && "Sent again. It may be among the spam."}
      </p>
    </section>
  );
}

/** The error to show, if there is one. */
async function sendLink(email: string) {
  try {
    const { error } = await authClient.sendVerificationEmail({
      email,
      callbackURL: "/",
    });
    return error ? { error: error.message ?? refused(error.status) } : {};
  } catch {
    return { error: noAnswer };
  }
}
