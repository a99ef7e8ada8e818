import { errorResponse } from "../http/error-response";
import { withSandbox } from "../mount/with-sandbox";
import { type ViewedTable, viewedTables } from "../protocol/table-page";
import { viewTable } from "./table-page";

/** Answers `GET /demo/database?table=…&page=…` with the rows of the visitor's own sandbox. */
export function readDatabase({ url, headers }: Request): Promise<Response> {
  return withSandbox(headers, ({ db }) => {
    const query = new URL(url).searchParams;
    const table = viewedTables.find((name) => name === query.get("table"));
    if (!table) return noSuchTable();

    const page = query.get("page") ?? "1";
    const view = /^[1-9]\d{0,5}$/.test(page) ? viewTable(db, table, Number(page)) : undefined;
    return view ? Response.json(view, { headers: { "Cache-Control": "no-store" } }) : noSuchPage(table);
  });
}

const noSuchTable = () =>
  errorResponse(400, {
    code: "NO_SUCH_TABLE",
    message: `Ask for one of the tables ${viewedTables.join(", ")}.`,
  });

const noSuchPage = (table: ViewedTable) =>
  errorResponse(400, {
    code: "NO_SUCH_PAGE",
    message: `${table} has no such page. Ask for page 1, which says how many there are.`,
  });
