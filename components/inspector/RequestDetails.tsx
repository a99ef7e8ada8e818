import type { ReactNode } from "react";
import type { Trace } from "~/lib/sandbox/protocol/trace";
import { UserIdValue } from "../ui/UserIdValue";
import { type SqlPart, sqlParts } from "./sql-parts";

interface RequestDetailsProps {
  isWaiting?: boolean;
  trace: Trace | null;
  userIds: ReadonlySet<string>;
}

/** The way of one request: cookie, session, user's id, SQL, answer. */
export function RequestDetails({ isWaiting, trace, userIds }: RequestDetailsProps) {
  if (!trace) {
    return (
      <p className="inspector-empty">
        {isWaiting ? "On its way." : "The answer told nothing about how it was made."}
      </p>
    );
  }
  const { cookieIn, session, sql, status, cookiesOut, streaming, truncated } = trace;
  return (
    <ol className="request-details">
      <Step name="Cookie">
        {cookieIn.length > 0 ? <code>{cookieIn.join(", ")}</code> : "None came with it."}
      </Step>
      <Step name="Session">{session ? session.email : "None: getSession() gives null."}</Step>
      <Step name="User’s id">{session ? <UserIdValue text={session.userId} /> : "None."}</Step>
      <Step name="SQL">
        {sql.length === 0 && "None was run."}
        {sql.map((statement, index) => (
          // A request runs its statements once, in this order.
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <p key={index} className="statement">
            <code>
              {sqlParts(statement, userIds).map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never move
                <SqlPiece key={index} {...part} />
              ))}
            </code>
            <small>
              {statement.rows} {statement.rows === 1 ? "row" : "rows"}, {statement.ms.toFixed(2)} ms
            </small>
          </p>
        ))}
        {streaming && <p>What the route stores when its stream ends comes after this.</p>}
        {truncated && <p>The rest was cut, to fit into a header.</p>}
      </Step>
      <Step name="Answer">
        {status}
        {cookiesOut.map(({ name, httpOnly, secure, sameSite, path, maxAge }) => (
          <p key={name}>
            {maxAge === 0 ? "Clears" : "Sets"} <code>{name}</code>: {httpOnly ? "HttpOnly" : "not HttpOnly"},{" "}
            {secure ? "Secure, " : ""}SameSite={sameSite ?? "unset"}, Path={path ?? "unset"}
          </p>
        ))}
      </Step>
    </ol>
  );
}

function SqlPiece({ text, kind }: SqlPart) {
  if (kind === "user-id") return <UserIdValue as="span" text={text} />;
  return <span className={kind}>{text}</span>;
}

const Step = ({ name, children }: { name: string; children: ReactNode }) => (
  <li>
    <strong>{name}</strong>
    <div>{children}</div>
  </li>
);
