import { enterSandbox, type Sandbox } from "../sandbox/sandbox";

/** Stands where the demo page will be, and says what keeps it from coming. */
export function FramePlaceholder({ sandbox }: { sandbox: Sandbox }) {
  if (sandbox.status === "failed") {
    return (
      <div className="frame-placeholder" role="alert">
        <p>
          <strong>The demo could not start.</strong>
          {sandbox.message}
        </p>
        <button type="button" onClick={enterSandbox}>
          Try again
        </button>
      </div>
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
