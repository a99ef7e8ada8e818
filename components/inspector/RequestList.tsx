import { useMemo, useState } from "react";
import { clearRequests, type DemoRequest, pauseRequests } from "../sandbox/requests";
import { RequestDetails } from "./RequestDetails";

interface RequestListProps {
  demo: string;
  requests: readonly DemoRequest[];
  isAlone: boolean;
  isPaused: boolean;
}

/** The demo's requests as they happen, the newest first. Opened, each shows its way to the rows. */
export function RequestList({ demo, requests, isAlone, isPaused }: RequestListProps) {
  const [filter, setFilter] = useState("");
  const userIds = useMemo(
    () => new Set(requests.flatMap(({ answer }) => answer?.trace?.session?.userId ?? [])),
    [requests],
  );
  const words = filter.trim().toLowerCase();
  const shown = requests.filter((request) => textOf(request).includes(words)).toReversed();

  return (
    <div className="requests">
      <div className="inspector-bar">
        <input
          type="search"
          aria-label="Filter the requests"
          placeholder="Filter: path, method, status"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <button type="button" aria-pressed={isPaused} onClick={() => pauseRequests(demo, !isPaused)}>
          Pause
        </button>
        <button type="button" onClick={() => clearRequests(demo)}>
          Clear
        </button>
      </div>
      {shown.length === 0 && (
        <p className="inspector-empty">
          {requests.length === 0 ? "Nothing yet. What you do in the demo shows here." : "No request matches."}
        </p>
      )}
      {shown.map((request) => (
        <details key={request.browser + request.id} className="call">
          <summary>
            {!isAlone && (
              <span className="call-browser" title={`Browser ${request.browser.toUpperCase()}`}>
                {request.browser.toUpperCase()}
              </span>
            )}
            <span className="call-method">{request.method}</span>
            <span className="call-path">{request.path}</span>
            <RequestStatus request={request} />
          </summary>
          <RequestDetails
            isWaiting={request.state === "waiting"}
            trace={request.answer?.trace ?? null}
            userIds={userIds}
          />
        </details>
      ))}
    </div>
  );
}

function RequestStatus({ request: { state, answer } }: { request: DemoRequest }) {
  if (state === "failed") return <span className="call-state">no answer</span>;
  if (!answer) return <span className="call-state">…</span>;
  return (
    <>
      <span className="call-state">
        {state === "streaming" ? "streaming…" : `${Math.max(1, Math.round(answer.ms))} ms`}
      </span>
      <span className={answer.status < 400 ? "call-status allowed" : "call-status refused"}>
        {answer.status}
      </span>
    </>
  );
}

const textOf = ({ browser, method, path, answer }: DemoRequest) =>
  `${browser} ${method} ${path} ${answer?.status ?? ""}`.toLowerCase();
