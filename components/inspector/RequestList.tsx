import { useMemo, useState } from "react";
import type { Trace } from "~/lib/sandbox/protocol/trace";
import { readTrace } from "~/lib/sandbox/protocol/trace";
import type { Call } from "../sandbox/requests";
import { RequestDetails } from "./RequestDetails";

interface RequestsProps {
  calls: Call[];
  isAlone: boolean;
  clear: () => void;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
}

/** The demo's requests as they happen, the newest first. Opened, each shows its way to the rows. */
export function Requests({ calls, isAlone, clear, isPaused, setPaused }: RequestsProps) {
  const [filter, setFilter] = useState("");
  const traced = useMemo(() => calls.map(withTrace).toReversed(), [calls]);
  const userIds = useMemo(
    () => new Set(traced.flatMap(({ trace }) => trace?.session?.userId ?? [])),
    [traced],
  );
  const shown = traced.filter(({ call }) => textOf(call).includes(filter.trim().toLowerCase()));

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
        <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          Pause
        </button>
        <button type="button" onClick={clear}>
          Clear
        </button>
      </div>
      {shown.length === 0 && (
        <p className="inspector-empty">
          {calls.length === 0 ? "Nothing yet. What you do in the demo shows here." : "No request matches."}
        </p>
      )}
      {shown.map(({ call, trace }) => (
        <details key={call.browser + call.id} className="call">
          <summary>
            {!isAlone && (
              <span className="call-browser" title={`Browser ${call.browser.toUpperCase()}`}>
                {call.browser.toUpperCase()}
              </span>
            )}
            <span className="call-method">{call.method}</span>
            <span className="call-path">{call.path}</span>
            <CallStatus call={call} />
          </summary>
          <RequestDetails call={call} trace={trace} userIds={userIds} />
        </details>
      ))}
    </div>
  );
}

function CallStatus({ call: { state, answer } }: { call: Call }) {
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

const withTrace = (call: Call): { call: Call; trace: Trace | null } => ({
  call,
  trace: call.answer?.trace ? readTrace(call.answer.trace) : null,
});

const textOf = ({ browser, method, path, answer }: Call) =>
  `${browser} ${method} ${path} ${answer?.status ?? ""}`.toLowerCase();
