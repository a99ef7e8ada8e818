import { Button } from "./Button";
import { ErrorNote } from "./ErrorNote";

interface SplashProps {
  error: string | undefined;
  onRetry: () => void;
}

/** Stands in until the server has said who is there. */
export function Splash({ error, onRetry }: SplashProps) {
  return (
    <main className="grid min-h-dvh place-content-center p-4">
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
