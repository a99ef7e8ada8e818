import type { Entrance, RequestPath } from "~/lib/diagram/request-path";
import type { DiagramStep } from "~/lib/diagram/steps";
import { ownerOf } from "../ui/UserIdValue";
import { Arrowheads, Box, Rows, UserId, Where, Wire } from "./shapes";

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
