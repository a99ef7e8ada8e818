"use client";

import { useMemo, useState } from "react";
import { requestPathOf } from "~/lib/diagram/request-path";
import { type DemoRequest, useRequestLog } from "../sandbox/requests";
import { TextWithCode } from "../ui/TextWithCode";
import { RequestDiagram } from "./RequestDiagram";

/** How many requests there are to choose from. */
const maxShown = 4;

/** The drawing, lit where the latest request of the page's demo went, and the last few requests to choose from. */
export function LiveRequestDiagram() {
  const { requests } = useRequestLog();
  const drawn = useMemo(() => latestDrawn(requests), [requests]);
  const newest = drawn.at(-1);
  // What was chosen is shown until something newer comes.
  const [choice, choose] = useState<{ key: string; newest?: string }>();
  const chosen = choice?.newest === newest?.key ? choice?.key : undefined;
  const current = drawn.find(({ key }) => key === chosen) ?? newest;

  return (
    <>
      {/* A new key starts the motion anew. */}
      <RequestDiagram key={current?.key} path={current?.path} />
      <div className="latest-requests">
        {drawn.length === 0 ? (
          <p>Sign in below, and the way that each request takes lights up here.</p>
        ) : (
          <fieldset>
            <legend className="sr-only">The latest requests. Each can be shown in the diagram.</legend>
            {drawn.toReversed().map(({ key, request }) => (
              <button
                key={key}
                type="button"
                aria-pressed={key === current?.key}
                onClick={() => choose({ key, newest: newest?.key })}
              >
                <span className="call-method">{request.method}</span> {request.path.replace("/api", "")}{" "}
                <span className={request.answer && request.answer.status < 400 ? "allowed" : "refused"}>
                  {request.answer?.status}
                </span>
              </button>
            ))}
          </fieldset>
        )}
        <p role="status" className="request-words">
          {current && (
            <TextWithCode
              text={current.path.sentences.join(" ")}
              userIds={current.path.notes.user ? [current.path.notes.user] : []}
            />
          )}
        </p>
      </div>
    </>
  );
}

/** The latest requests that the diagram has a path for, the newest last. */
function latestDrawn(requests: readonly DemoRequest[]) {
  const drawn = requests.flatMap((request) => {
    const path = request.answer?.trace && !isBackground(request) && requestPathOf(request.answer.trace);
    return path ? [{ key: `${request.demo} ${request.browser} ${request.id}`, request, path }] : [];
  });
  return drawn.slice(-maxShown);
}

/** The client asks for its session again and again, without anybody doing anything. That would light the wrong path. */
const isBackground = ({ path }: DemoRequest) => path === "/api/auth/get-session";
