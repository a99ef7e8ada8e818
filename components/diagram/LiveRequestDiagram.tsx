"use client";

import { useMemo, useState } from "react";
import { type Way, wayOf } from "~/lib/guide/way";
import { readTrace } from "~/lib/sandbox/protocol/trace";
import { useLatestCalls } from "../sandbox/latest-calls";
import type { Call } from "../sandbox/requests";
import { TextWithCode } from "../ui/TextWithCode";
import { RequestDiagram } from "./RequestDiagram";

interface Walked {
  key: string;
  call: Call;
  way: Way;
}

const shown = 4;

/** The drawing, lit where the latest request of the page's demo went, and the last few requests to choose from. */
export function LiveRequestDiagram() {
  const calls = useLatestCalls();
  const walked = useMemo(() => calls.flatMap(walk).slice(-shown), [calls]);
  const [chosenKey, choose] = useState<string>();
  // What was chosen is shown until something newer comes.
  const newest = walked.at(-1);
  const [newestKey, setNewestKey] = useState<string>();
  if (newest && newest.key !== newestKey) {
    setNewestKey(newest.key);
    choose(undefined);
  }
  const current = walked.find(({ key }) => key === chosenKey) ?? newest;

  return (
    <>
      {/* A new key starts the motion anew. */}
      <RequestDiagram key={current?.key} way={current?.way} />
      <div className="way-calls">
        {walked.length === 0 ? (
          <p>Sign in below, and the way that each request takes lights up here.</p>
        ) : (
          <fieldset>
            <legend className="sr-only">The latest requests. Each can be shown in the diagram.</legend>
            {walked.map(({ key, call }) => (
              <button key={key} type="button" aria-pressed={key === current?.key} onClick={() => choose(key)}>
                <span className="call-method">{call.method}</span> {call.path.replace("/api", "")}{" "}
                <span className={call.answer && call.answer.status < 400 ? "allowed" : "refused"}>
                  {call.answer?.status}
                </span>
              </button>
            ))}
          </fieldset>
        )}
        <p role="status" className="way-words">
          {current && (
            <TextWithCode
              text={current.way.sentences.join(" ")}
              userIds={current.way.notes.user ? [current.way.notes.user] : []}
            />
          )}
        </p>
      </div>
    </>
  );
}

/** The client asks for its session time and again, without anybody doing anything: that would light the wrong way. */
const isBackground = ({ path }: Call) => path === "/api/auth/get-session";

function walk(call: Call): Walked[] {
  const way = call.answer?.trace && !isBackground(call) ? wayOf(readTrace(call.answer.trace)) : null;
  return way ? [{ key: call.browser + call.id, call, way }] : [];
}
