import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { AuthForm } from "./AuthForm";

interface SignedOutProps {
  /** Why the form is shown, if nobody asked for it. */
  notice: string | undefined;
}

/** The page while nobody is signed in. */
export function SignedOut({ notice }: SignedOutProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-surface px-4 py-8 text-ink">
      <AuthForm notice={notice} />
    </main>
  );
}

interface SplashProps {
  error: string | undefined;
  onRetry: () => void;
}

/** The page until the server has answered whether somebody is signed in. */
export function Splash({ error, onRetry }: SplashProps) {
  return (
    <main className="grid min-h-dvh place-content-center bg-surface p-4 text-ink">
      {error ? (
        <ErrorNote action={<Button onClick={() => onRetry()}>Try again</Button>}>
          {error}
        </ErrorNote>
      ) : (
        <p role="status" className="animate-pulse text-sm text-soft">
          Loading…
        </p>
      )}
    </main>
  );
}
