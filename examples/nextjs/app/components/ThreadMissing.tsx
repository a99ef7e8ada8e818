import { Button } from "./Button";

interface ThreadMissingProps {
  reason: string;
  onLeave: () => void;
}

/**
 * The address names a thread that is not there, or not this user's. The server does
 * not say which.
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
