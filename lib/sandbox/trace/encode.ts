import { partsOf, readSetCookie } from "../http/cookies";
import { masked, type Trace } from "../protocol/trace";
import { type NamedColumn, parameterColumns } from "./parameter-columns";
import type { Recorder, Statement } from "./recorder";
import type { Secrets } from "./secrets";
import { StatementCache } from "./statement-cache";
import { isVisible } from "./visible-columns";

/** What the recorder does not know of a request and its answer. */
export interface Exchange {
  browser: string;
  method: string;
  path: string;
  status: number;
  /** As they go to the browser. */
  headers: Headers;
  streaming: boolean;
}

/** base64url makes four characters of three bytes. */
const maxBytes = (6 * 1024 * 3) / 4;

/** How long a value may be, and how many there may be in a list. */
interface Room {
  length: number;
  items: number;
}

const ample: Room = { length: 500, items: 64 };
const maxTextLength = 1000;

/** Ends the recording, and says what it holds in a form that fits into a header. */
export function encodeTrace(recorder: Recorder, exchange: Exchange): string {
  const { ms, session } = recorder.close();
  const cookies = exchange.headers.getSetCookie().map(readSetCookie);
  const statements = recorder.statements.map(withColumns);
  recorder.secrets.add(cookies.flatMap(({ value }) => partsOf(value)));
  recorder.secrets.add(statements.flatMap(hiddenValues));

  const { browser, method, path, status, streaming } = exchange;
  const id = crypto.randomUUID();
  for (let room = ample; ; room = { length: room.length >> 1, items: room.items >> 1 }) {
    const page = new Page(recorder.secrets, room);
    const trace: Trace = {
      id,
      browser,
      method: page.text(method),
      path: page.text(path),
      status,
      ms: round(ms),
      cookieIn: page.list(recorder.cookieNames, (name) => page.text(name)),
      session: session && { userId: page.text(session.userId), email: page.text(session.email) },
      sql: page.list(statements, ({ text, params, columns, ms, rows }) => ({
        text: page.text(text, maxTextLength),
        params: page.list(params, (param, index) => page.param(param, columns[index])),
        ms: round(ms),
        rows,
      })),
      cookiesOut: page.list(cookies, ({ value: _, ...cookie }) => ({
        ...cookie,
        name: page.text(cookie.name),
      })),
      ...(streaming && { streaming }),
    };
    if (page.isCut || recorder.isCut) trace.truncated = true;
    const json = Buffer.from(JSON.stringify(trace));
    if (json.length <= maxBytes) return json.toString("base64url");
  }
}

/** What can be told within the room that there is. */
class Page {
  isCut = false;
  readonly #secrets: Secrets;
  readonly #room: Room;

  constructor(secrets: Secrets, room: Room) {
    this.#secrets = secrets;
    this.#room = room;
  }

  /** Cut only when the secrets are out: the beginning of one would pass for something else. */
  text(value: string, length = this.#room.length): string {
    const open = this.#secrets.hide(value);
    if (open.length <= length) return open;
    this.isCut = true;
    return `${open.slice(0, length)}…`;
  }

  list<Item, Told>(items: Item[], tell: (item: Item, index: number) => Told): Told[] {
    if (items.length > this.#room.items) this.isCut = true;
    return items.slice(0, this.#room.items).map(tell);
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

/** What is written to a secret column, or compared with one, is a secret wherever else it stands. */
function hiddenValues({ params, columns }: ReadStatement): string[] {
  return params.filter((param, index): param is string => {
    const column = columns[index];
    return typeof param === "string" && column !== undefined && !isVisible(column);
  });
}

const round = (ms: number) => Math.round(ms * 100) / 100;
