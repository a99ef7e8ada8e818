import type { Answer } from "~/lib/checklist/client";
import type { Step } from "~/lib/checklist/findings";
import { RequestDetails } from "../inspector/RequestDetails";
import { Chevron } from "../ui/icons";
import { TextWithCode } from "../ui/TextWithCode";

interface CheckStepProps {
  step: Step;
  userIds: readonly string[];
}

/** A request of a check, its answer, and why that is right. Opened, its way from the cookie to the rows. */
export function CheckStep({ step: { answer, verdict }, userIds }: CheckStepProps) {
  const { method, path, status, trace } = answer;
  return (
    <li>
      <details className="check-step">
        <summary>
          <span className="step-who">{whoAsks(answer)}</span>
          <span className="step-request">
            <span className="call-method">{method}</span> {short(path)}
          </span>
          <span className={status < 400 ? "call-status allowed" : "call-status refused"}>{status}</span>
          <Chevron />
          {verdict && (
            <span className="step-verdict" data-right={verdict.isRight}>
              {!verdict.isRight && <strong>Wrong: </strong>}
              <TextWithCode text={verdict.text} userIds={userIds} />
            </span>
          )}
        </summary>
        <RequestDetails trace={trace} userIds={new Set(userIds)} />
      </details>
    </li>
  );
}

function whoAsks({ who, pretence }: Answer) {
  switch (pretence) {
    case "no-cookie":
      return "No cookie";
    case "forged-cookie":
      return "Forged cookie";
    case "foreign-origin":
      return "Another site";
    default:
      return who;
  }
}

/** Ids only make the line long. The walk has them whole. */
const short = (path: string) => path.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/, "{id}");
