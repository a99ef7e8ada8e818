import type { ReactNode } from "react";
import type { DiagramStep } from "~/lib/diagram/steps";

// What the two forms of the drawing are made of.

interface Part {
  step: DiagramStep;
  isLit?: boolean;
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

export function Box({
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
export function Wire({ step, isLit, d, accent }: Part & { d: string; accent?: boolean }) {
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
export function Arrowheads() {
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

export const UserId = ({ children }: { children: string }) => <tspan className="user-id">{children}</tspan>;

export const Where = () => (
  <>
    where <UserId>user_id</UserId> = ?
  </>
);

/** The table at the end: of its rows, the user's own. */
export function Rows({
  step,
  isLit,
  x,
  y,
  width,
  height = 48,
}: Part & Pick<BoxProps, "x" | "y" | "width" | "height">) {
  return (
    <g data-step={step} data-lit={isLit} className="box">
      <rect x={x} y={y} width={width} height={height} rx={6} />
      {[-12, -4, 4, 12].map((offset, index) => (
        <line
          key={offset}
          x1={x + 12}
          x2={x + width - 12}
          y1={y + height / 2 + offset}
          y2={y + height / 2 + offset}
          className={index % 2 === 1 ? "row own" : "row"}
        />
      ))}
    </g>
  );
}
