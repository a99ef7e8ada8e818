import type { ReactNode } from "react";
import { type RequestStep, requestPath } from "~/lib/guide/request-path";

/**
 * The way of a request through the app, from the cookie to the rows that are the user's. The eye gets a drawing, wide
 * or tall as there is room; a screen reader gets the same as an ordered list.
 */
export function HowItWorks() {
  return (
    <figure className="diagram">
      <Arrowheads />
      <Wide />
      <Tall />
      <ol className="sr-only">
        {requestPath.map(({ id, text }) => (
          <li key={id}>{text.replaceAll("`", "")}</li>
        ))}
      </ol>
    </figure>
  );
}

function Wide() {
  return (
    <svg className="wide" viewBox="-1 -1 674 252" aria-hidden="true">
      <Wire step="handlers" d="M112 92h24V36a8 8 0 0 1 8-8h16" />
      <Wire step="handlers" d="M336 28h48" />
      <Wire step="routes" thread d="M112 92h48" />
      <Wire step="routes" thread d="M112 92h24v48a8 8 0 0 0 8 8h16" />
      <Wire step="session" thread d="M336 148h16a8 8 0 0 0 8-8v-8a8 8 0 0 1 8-8h16" />
      <Wire step="session" thread d="M336 92h16a8 8 0 0 1 8 8v16a8 8 0 0 0 8 8h16" />
      <Wire step="user" thread d="M528 152v48" />
      <Wire step="scope" thread d="M384 224h-48" />
      <Wire step="scope" thread d="M160 224h-48" />

      <Box step="browser" x={0} y={64} width={112} label="browser" note="session cookie" prose />
      <Box step="handlers" x={160} y={8} width={176} height={40} label="/api/auth/[...all]" />
      <Box
        step="handlers"
        x={384}
        y={0}
        width={288}
        label="better-auth handlers"
        note="sign in, sign out, set the cookie"
        prose
      />
      <Box step="routes" x={160} y={72} width={176} height={40} label="/api/chat" />
      <Box step="routes" x={160} y={128} width={176} height={40} label="/api/threads/*" />
      <Box
        step="session"
        x={384}
        y={96}
        width={288}
        label="auth.api.getSession({ headers })"
        note="no session: null, and the route answers 401"
      />
      <Box
        step="user"
        x={384}
        y={200}
        width={288}
        height={48}
        label={<UserId>session.user.id</UserId>}
        thread
      />
      <Box step="scope" x={160} y={200} width={176} height={48} label={<Where />} thread />
      <Rows x={0} y={200} width={112} />
    </svg>
  );
}

function Tall() {
  return (
    <svg className="tall" viewBox="-1 -1 306 572" aria-hidden="true">
      <Wire step="handlers" d="M20 56v32a8 8 0 0 0 8 8h20" />
      <Wire step="routes" thread d="M20 56v96a8 8 0 0 0 8 8h20" />
      <Wire step="routes" thread d="M20 56v144a8 8 0 0 0 8 8h20" />
      <Wire step="session" thread d="M152 228v44" />
      <Wire step="user" thread d="M152 328v40" />
      <Wire step="scope" thread d="M152 416v32" />
      <Wire step="scope" thread d="M152 496v26" />

      <Box step="browser" x={0} y={0} width={304} label="browser" note="session cookie" prose />
      <Box
        step="handlers"
        x={48}
        y={72}
        width={256}
        label="/api/auth/[...all]"
        note="answered by better-auth’s handlers"
      />
      <Box step="routes" x={48} y={140} width={256} height={40} label="/api/chat" />
      <Box step="routes" x={48} y={188} width={256} height={40} label="/api/threads/*" />
      <Box
        step="session"
        x={0}
        y={272}
        width={304}
        label="auth.api.getSession({ headers })"
        note="no session: null, and the route answers 401"
      />
      <Box
        step="user"
        x={0}
        y={368}
        width={304}
        height={48}
        label={<UserId>session.user.id</UserId>}
        thread
      />
      <Box step="scope" x={0} y={448} width={304} height={48} label={<Where />} thread />
      <Rows x={0} y={522} width={304} />
    </svg>
  );
}

type BoxProps = {
  step: RequestStep;
  x: number;
  y: number;
  width: number;
  height?: number;
  label: ReactNode;
  note?: string;
  prose?: boolean;
  thread?: boolean;
};

function Box({ step, x, y, width, height = 56, label, note, prose, thread }: BoxProps) {
  const middle = x + width / 2;
  return (
    <g data-step={step} className={thread ? "box thread" : "box"}>
      <rect x={x} y={y} width={width} height={height} rx={6} />
      <text x={middle} y={y + height / 2 + (note ? -4 : 4)} className={prose ? "prose-label" : undefined}>
        {label}
      </text>
      {note && (
        <text x={middle} y={y + height / 2 + 15} className="note">
          {note}
        </text>
      )}
    </g>
  );
}

/** A line with an arrowhead; the thread's are in its colour. */
function Wire({ step, d, thread }: { step: RequestStep; d: string; thread?: boolean }) {
  const marker = thread ? "url(#arrow-thread)" : "url(#arrow)";
  return <path data-step={step} className={thread ? "wire thread" : "wire"} d={d} markerEnd={marker} />;
}

/** Markers do not inherit the colour of their line everywhere, so there is one for each. */
function Arrowheads() {
  return (
    <svg width="0" height="0" className="arrowheads" aria-hidden="true">
      <Arrowhead id="arrow" />
      <Arrowhead id="arrow-thread" className="thread" />
    </svg>
  );
}

const Arrowhead = (props: { id: string; className?: string }) => (
  <marker
    {...props}
    viewBox="0 0 6 10"
    refX="5.5"
    refY="5"
    markerWidth="6"
    markerHeight="10"
    orient="auto"
    markerUnits="userSpaceOnUse"
  >
    <path d="M1 1l4.5 4L1 9" />
  </marker>
);

const UserId = ({ children }: { children: string }) => <tspan className="user-id">{children}</tspan>;

const Where = () => (
  <>
    where <UserId>user_id</UserId> = ?
  </>
);

/** The table at the end: of its rows, the user's own. */
function Rows({ x, y, width }: { x: number; y: number; width: number }) {
  const row = (index: number, own: boolean) => (
    <line
      key={index}
      x1={x + 12}
      x2={x + width - 12}
      y1={y + 12 + index * 8}
      y2={y + 12 + index * 8}
      className={own ? "row own" : "row"}
    />
  );
  return (
    <g data-step="scope" className="box">
      <rect x={x} y={y} width={width} height={48} rx={6} />
      {[false, true, false, true].map((own, index) => row(index, own))}
    </g>
  );
}
