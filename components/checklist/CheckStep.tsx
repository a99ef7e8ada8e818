import { memo } from "react";
import type { Step } from "~/lib/checks/findings";
import type { Request } from "~/lib/checks/request";
import { RequestDetails } from "../inspector/RequestDetails";
import { Chevron } from "../ui/icons";
import { TextWithCode } from "../ui/TextWithCode";

interface CheckStepProps {
  step: Step;
  userIds: readonly string[];
}

/**
 * A request of a check, its answer, and why that is right. Opened, its way from the cookie to the rows. A run makes some
 * hundreds of them, so each is drawn anew only when it changes.
 */
export const CheckStep = memo(function CheckStep({ step: { answer, verdict }, userIds }: CheckStepProps) {
  const { request, status, trace = null } = answer;
  const { method, path, detail } = request;
  return (
    <li>
      <details className="check-step">
        <summary>
          <span className="step-who">{whoAsks(request)}</span>
          <span className="step-request">
            <span className="call-method">{method}</span> {path}
            {detail && (
              <span className="step-detail">
                {" "}
                <TextWithCode text={detail} userIds={userIds} />
              </span>
            )}
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
});

function whoAsks({ as, simulate }: Request) {
  if (as === "no-cookie") return "No cookie";
  if (as === "forged-cookie") return "Forged cookie";
  return simulate === "foreign-origin" ? "Another site" : as?.name;
}
