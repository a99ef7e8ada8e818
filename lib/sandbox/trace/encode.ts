import { partsOf, readSetCookie } from "../http/cookies";
import { masked, type Trace, traceHeader } from "../protocol/trace";
import { type NamedColumn, parameterColumns } from "./parameter-columns";
import type { Recorder, Statement } from "./recorder";
import type { Secrets } from "./secrets";
import { StatementCache } from "./statement-cache";
import { isVisible } from "./visible-columns";

/** The parts of a request and its answer that the recorder does not know. */
export interface Exchange extends Pick<Trace, "browser" | "method" | "path" | "status"> {
  /** As they go to the browser. */
  headers: Headers;
  streaming: boolean;
}

/**
 * nginx takes 4 KiB of headers, unless it is told otherwise. With more it answers 502, although the write was done. The
 * server's own headers, which come later, have a part of it.
 */
const maxHeaders = 4096;
const serverHeaders = 768;

/** How many bytes of JSON fit into the headers of an answer. base64url makes four characters of three bytes. */
function roomBeside(headers: Headers) {
  const taken = [...headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    serverHeaders,
  );
  return Math.floor(((maxHeaders - taken - traceHeader.length - 4) * 3) / 4);
}

/** How long a value may be, and how many there may be in a list. */
const ample = { length: 500, items: 64 };
const maxTextLength = 1000;

/** How much may follow an answer that is streamed. */
const maxAtEnd = 64 * 1024;

/** What was done until the answer begins, for a header of it. */
export const encodeTrace = (recorder: Recorder, exchange: Exchange) =>
  encode(recorder, exchange, roomBeside(exchange.headers));

/** What was done until the answer has ended. */
export const encodeWholeTrace = (recorder: Recorder, exchange: Exchange) =>
  encode(recorder, { ...exchange, streaming: false }, maxAtEnd);

/** It shortens texts and lists until the result has no more bytes of JSON than this. */
function encode(recorder: Recorder, exchange: Exchange, maxBytes: number): string {
  const { ms, session } = recorder;
  const cookies = exchange.headers.getSetCookie().map(readSetCookie);
  const statements = recorder.statements.map(withColumns);
  recorder.secrets.add(cookies.flatMap(({ value }) => partsOf(value)));
  recorder.secrets.add(statements.flatMap(hiddenValues));

  const { browser, method, path, status, streaming } = exchange;
  const id = crypto.randomUUID();
  for (let room = ample; ; room = { length: less(room.length), items: less(room.items) }) {
    const writer = new TraceWriter(recorder.secrets, room);
    const trace: Trace = {
      id,
      browser,
      method: writer.text(method),
      path: writer.text(path),
      status,
      ms: round(ms),
      cookieIn: writer.list(recorder.cookieNames, (name) => writer.text(name)),
      session: session && { userId: writer.text(session.userId), email: writer.text(session.email) },
      sql: writer.list(statements, ({ text, params, columns, ms, rows }) => ({
        text: writer.text(text, maxTextLength),
        params: writer.list(params, (param, index) => writer.param(param, columns[index])),
        ms: round(ms),
        rows,
      })),
      cookiesOut: writer.list(cookies, ({ value: _, ...cookie }) => ({
        ...cookie,
        name: writer.text(cookie.name),
      })),
      ...(streaming && { streaming }),
    };
    if (writer.isCut || recorder.isCut) trace.truncated = true;
    const json = Buffer.from(JSON.stringify(trace));
    // Without any text it is as short as it can be.
    if (json.length <= maxBytes || room.length === 0) return json.toString("base64url");
  }
}

/** In small steps, so that what is a little too long loses a little. */
const less = (count: number) => Math.floor(count * 0.75);

/** Masks and shortens what a trace holds. */
class TraceWriter {
  isCut = false;

  constructor(
    private readonly secrets: Secrets,
    private readonly room: typeof ample,
  ) {}

  /** It masks before it cuts: the beginning of a secret would not be recognised. */
  text(value: string, length = this.room.length): string {
    const open = this.secrets.hide(value);
    if (open.length <= length) return open;
    this.isCut = true;
    return `${open.slice(0, length)}…`;
  }

  list<Item, Written>(items: Item[], write: (item: Item, index: number) => Written): Written[] {
    if (items.length > this.room.items) this.isCut = true;
    return items.slice(0, this.room.items).map(write);
  }

  param(value: unknown, column: NamedColumn | undefined) {
    if (value === null || typeof value === "number") return value;
    return typeof value === "string" && column && isVisible(column) ? this.text(value) : masked;
  }
}

interface ReadStatement extends Statement {
  columns: (NamedColumn | undefined)[];
}

const columnsOf = new StatementCache<ReadStatement["columns"]>(500);

function withColumns(statement: Statement): ReadStatement {
  return { ...statement, columns: columnsOf.get(statement.text, () => parameterColumns(statement.text)) };
}

/** Values that are written to a secret column, or compared with one. They are masked wherever else they appear. */
function hiddenValues({ params, columns }: ReadStatement): string[] {
  return params.filter((param, index): param is string => {
    const column = columns[index];
    return typeof param === "string" && column !== undefined && !isVisible(column);
  });
}

const round = (ms: number) => Math.round(ms * 100) / 100;
