import { useAui } from "@assistant-ui/react";
import { useState } from "react";
import { Button } from "./Button";
import { ErrorNote } from "./ErrorNote";

/**
 * The messages could not be read. There is no composer: an answer to nothing would be
 * stored as a new beginning.
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
