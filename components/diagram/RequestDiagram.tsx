import type { ReactNode } from "react";
import type { Entrance, RequestPath } from "~/lib/diagram/request-path";
import type { DiagramStep } from "~/lib/diagram/steps";
import { ownerOf } from "../ui/UserIdValue";

/** The way of a request as it is in general, or as one request went: then only its own parts are lit. */
export function RequestDiagram({ path }: { path?: RequestPath }) {
  return (
    <div className="request-diagram" data-live={path ? "" : undefined}>
      <Arrowheads />
      <Wide path={path} />
      <Tall path={path} />
    </div>
  );
}

interface DrawingProps {
  path?: RequestPath;
}

/** What both forms of the drawing show. A part is lit or not; undefined while the drawing shows no request. */
function partsOf(path: RequestPath | undefined) {
  const notes = path?.notes ?? {};
  // Some parts belong to one entrance alone.
  const part = (step: DiagramStep, entrance?: Entrance) => ({
    step,
    isLit: path?.steps.has(step) && (entrance === undefined || path.entrance === entrance),
  });
  const boxes = {
    browser: { ...part("browser"), label: "browser", note: notes.browser ?? "session cookie", prose: true },
    session: {
      ...part("session"),
      label: "auth.api.getSession({ headers })",
      note: notes.session ?? "no session: null, and the route answers 401",
      isRefused: path?.isRefused,
    },
    user: {
      ...part("user"),
      label: <UserId>session.user.id</UserId>,
      note: notes.user,
      owner: notes.user && ownerOf(notes.user)?.name[0],
      height: 48,
      accent: true,
    },
    scope: { ...part("scope"), label: <Where />, note: notes.scope, height: 48, accent: true },
  };
  return { part, notes, boxes };
}

interface Part {
  step: DiagramStep;
  isLit?: boolean;
}

function Wide({ path }: DrawingProps) {
  const { part, notes, boxes } = partsOf(path);
  return (
    <svg className="wide" viewBox="-1 -1 674 252" aria-hidden="true">
      <Wire {...part("handlers")} d="M112 92h24V36a8 8 0 0 1 8-8h16" />
      <Wire {...part("handlers")} d="M336 28h48" />
      <Wire {...part("routes", "chat")} accent d="M112 92h48" />
      <Wire {...part("routes", "threads")} accent d="M112 92h24v48a8 8 0 0 0 8 8h16" />
      <Wire {...part("session", "threads")} accent d="M336 148h16a8 8 0 0 0 8-8v-8a8 8 0 0 1 8-8h16" />
      <Wire {...part("session", "chat")} accent d="M336 92h16a8 8 0 0 1 8 8v16a8 8 0 0 0 8 8h16" />
      <Wire {...part("user")} accent d="M528 152v48" />
      <Wire {...part("scope")} accent d="M384 224h-48" />
      <Wire {...part("scope")} accent d="M160 224h-48" />

      <Box {...boxes.browser} x={0} y={64} width={112} />
      <Box {...part("handlers")} x={160} y={8} width={176} height={40} label="/api/auth/[...all]" />
      <Box
        {...part("handlers")}
        x={384}
        y={0}
        width={288}
        label="better-auth handlers"
        note={notes.handlers ?? "sign in, sign out, set the cookie"}
        prose
      />
      <Box {...part("routes", "chat")} x={160} y={72} width={176} height={40} label="/api/chat" />
      <Box {...part("routes", "threads")} x={160} y={128} width={176} height={40} label="/api/threads/*" />
      <Box {...boxes.session} x={384} y={96} width={288} />
      <Box {...boxes.user} x={384} y={200} width={288} />
      <Box {...boxes.scope} x={160} y={200} width={176} />
      <Rows {...part("scope")} x={0} y={200} width={112} />
    </svg>
  );
}

function Tall({ path }: DrawingProps) {
  const { part, notes, boxes } = partsOf(path);
  return (
    <svg className="tall" viewBox="-1 -1 306 466" aria-hidden="true">
      <Wire {...part("handlers")} d="M20 48v32a8 8 0 0 0 8 8h20" />
      <Wire {...part("routes", "chat")} accent d="M20 48v66a8 8 0 0 0 8 8h70a8 8 0 0 1 8 8v6" />
      <Wire {...part("routes", "threads")} accent d="M20 48v66a8 8 0 0 0 8 8h204a8 8 0 0 1 8 8v6" />
      <Wire {...part("session", "chat")} accent d="M106 172v28" />
      <Wire {...part("session", "threads")} accent d="M240 172v28" />
      <Wire {...part("user")} accent d="M152 248v28" />
      <Wire {...part("scope")} accent d="M152 324v28" />
      <Wire {...part("scope")} accent d="M152 400v20" />

      <Box {...boxes.browser} x={0} y={0} width={304} height={48} />
      <Box
        {...part("handlers")}
        x={48}
        y={64}
        width={256}
        height={48}
        label="/api/auth/[...all]"
        note={notes.handlers ?? "answered by better-auth’s handlers"}
      />
      <Box {...part("routes", "chat")} x={48} y={136} width={116} height={36} label="/api/chat" />
      <Box {...part("routes", "threads")} x={176} y={136} width={128} height={36} label="/api/threads/*" />
      <Box {...boxes.session} x={0} y={200} width={304} height={48} />
      <Box {...boxes.user} x={0} y={276} width={304} />
      <Box {...boxes.scope} x={0} y={352} width={304} />
      <Rows {...part("scope")} x={0} y={420} width={304} height={44} />
    </svg>
  );
}

interface BoxProps extends Part {
  x: number;
  y: number;
  width: number;
  height?: number;
  label: ReactNode;
  note?: string;
  prose?: boolean;
  accent?: boolean;
  isRefused?: boolean;
  /** Initial of the user whose id the note is. */
  owner?: string;
}

function Box({
  step,
  isLit,
  isRefused,
  x,
  y,
  width,
  height = 56,
  label,
  note,
  prose,
  accent,
  owner,
}: BoxProps) {
  const middle = x + width / 2;
  return (
    <g
      data-step={step}
      data-lit={isLit}
      className={`box${accent ? " accent" : ""}${isRefused ? " refused" : ""}`}
    >
      <rect x={x} y={y} width={width} height={height} rx={6} />
      <text x={middle} y={y + height / 2 + (note ? -4 : 4)} className={prose ? "prose-label" : undefined}>
        {label}
      </text>
      {note && (
        <text x={middle} y={y + height / 2 + 15} className="note">
          {note}
        </text>
      )}
      {owner && <Owner initial={owner} x={x + 8} y={y + 8} />}
    </g>
  );
}

/** The letter that tells whose id it is, as it stands before the id everywhere else. */
const Owner = ({ initial, x, y }: { initial: string; x: number; y: number }) => (
  <g className="owner" data-initial={initial}>
    <rect x={x} y={y} width={16} height={16} rx={3} />
    <text x={x + 8} y={y + 12}>
      {initial}
    </text>
  </g>
);

/** A line with an arrowhead, which has the colour of its line. */
function Wire({ step, isLit, d, accent }: Part & { d: string; accent?: boolean }) {
  const marker = accent ? "url(#arrow-accent)" : "url(#arrow)";
  return (
    <path
      data-step={step}
      data-lit={isLit}
      className={accent ? "wire accent" : "wire"}
      // Of whatever length, it is drawn from 0 to 1.
      pathLength={1}
      d={d}
      markerEnd={marker}
    />
  );
}

/** Markers do not inherit the colour of their line everywhere, so there is one for each. */
function Arrowheads() {
  return (
    <svg width="0" height="0" className="arrowheads" aria-hidden="true">
      <Arrowhead id="arrow" />
      <Arrowhead id="arrow-accent" className="accent" />
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
function Rows({
  step,
  isLit,
  x,
  y,
  width,
  height = 48,
}: Part & Pick<BoxProps, "x" | "y" | "width" | "height">) {
  const row = (index: number, own: boolean) => (
    <line
      key={index}
      x1={x + 12}
      x2={x + width - 12}
      y1={y + height / 2 - 12 + index * 8}
      y2={y + height / 2 - 12 + index * 8}
      className={own ? "row own" : "row"}
    />
  );
  return (
    <g data-step={step} data-lit={isLit} className="box">
      <rect x={x} y={y} width={width} height={height} rx={6} />
      {[false, true, false, true].map((own, index) => row(index, own))}
    </g>
  );
}
