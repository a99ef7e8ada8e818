import { enterSandbox, type Sandbox } from "../sandbox/sandbox";
import { FrameError } from "./FrameError";

/** Stands where the demo page will be, and says what keeps it from coming. */
export function FramePlaceholder({ sandbox }: { sandbox: Sandbox }) {
  if (sandbox.status === "failed") {
    return (
      <FrameError title="The demo could not start." onRetry={enterSandbox}>
        {sandbox.message}
      </FrameError>
    );
  }
  return (
    <div className="frame-placeholder">
      <div className="placeholder-lines" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <noscript>
        <p>
          <strong>This demo needs JavaScript.</strong>
          The text and the code on this page do not.
        </p>
      </noscript>
    </div>
  );
}
