import { memo } from "react";
import type { Result } from "~/lib/checks/page/run";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { CheckMark, Chevron } from "../ui/icons";
import { TextWithCode } from "../ui/TextWithCode";
import { CheckStep } from "./CheckStep";

interface CheckRowProps extends Result {
  /** A mistake is on with which it cannot hold. */
  isExpected: boolean;
  userIds: readonly string[];
}

const words = {
  waiting: "not run",
  running: "running…",
  holds: "holds",
  fails: "does not hold",
  stopped: "could not run",
};

/**
 * One check: what it is about, how it went, and opened, the requests that it made. While another one runs, it is not
 * drawn anew.
 */
export const CheckRow = memo(function CheckRow({
  row,
  state,
  steps,
  notes,
  isExpected,
  userIds,
}: CheckRowProps) {
  const wrong = steps.find(({ verdict }) => verdict && !verdict.isRight);
  return (
    <li className="check" data-state={state}>
      <details>
        <summary>
          <CheckMark state={state} />
          <span className="check-title">
            {row.title}
            {state === "fails" && wrong?.verdict && (
              <small>
                <TextWithCode text={wrong.verdict.text} userIds={userIds} />
                {isExpected && " The mistake that is switched on does this."}
              </small>
            )}
          </span>
          {steps.length > 0 && (
            <span className="check-count">
              {steps.length} {steps.length === 1 ? "request" : "requests"}
            </span>
          )}
          <span className="check-word">{words[state]}</span>
          <Chevron />
        </summary>
        <div className="check-body">
          <p className="check-promise">
            <TextWithCode text={row.promise} userIds={userIds} />{" "}
            {state === "fails" && <a href={`/docs/${row.page}`}>What to do</a>}
          </p>
          {state === "fails" && (
            <p className="check-own-app">
              The same in your own app: <code>{verifierCommand(location.origin)}</code>
            </p>
          )}
          {notes.map((note) => (
            <p key={note} className="check-note">
              <TextWithCode text={note} userIds={userIds} />
            </p>
          ))}
          {steps.length === 0 ? (
            <p className="check-empty">Its requests show here when it has run.</p>
          ) : (
            <ol className="check-steps">
              {steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added, at the end
                <CheckStep key={index} step={step} userIds={userIds} />
              ))}
            </ol>
          )}
        </div>
      </details>
    </li>
  );
});
