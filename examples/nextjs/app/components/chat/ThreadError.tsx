import { useAui } from "@assistant-ui/react";
import { useState } from "react";
import { Button } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";

/**
 * The messages of the thread could not be loaded. There is no composer, because a
 * message sent now would start the thread anew.
 */
export function ThreadFailed({ reason }: { reason: string }) {
  const aui = useAui();
  const [isPending, setPending] = useState(false);

  async function retry() {
    setPending(true);
    await aui.threads.reloadMainThread();
    setPending(false);
  }

  return (
    <div className="m-auto w-full max-w-96 p-4">
      <ErrorNote
        action={
          <Button onClick={retry} disabled={isPending}>
            Try again
          </Button>
        }
      >
        <strong className="block font-semibold">
          Your messages are safe, but they could not be loaded.
        </strong>
        {reason}
      </ErrorNote>
    </div>
  );
}

interface ThreadMissingProps {
  reason: string;
  onLeave: () => void;
}

/**
 * The address names a thread that does not exist or belongs to another user. The
 * server does not tell which.
 */
export function ThreadMissing({ reason, onLeave }: ThreadMissingProps) {
  return (
    <div
      role="alert"
      className="m-auto grid max-w-88 justify-items-center gap-4 p-4 text-center"
    >
      <div>
        <h2 className="font-semibold">This thread cannot be opened</h2>
        <p className="mt-1 text-sm text-balance text-soft">{reason}</p>
      </div>
      <Button onClick={onLeave}>Start a new thread</Button>
    </div>
  );
}
