import { useState } from "react";
import { databaseUrl } from "~/lib/sandbox/protocol/addresses";
import { type DatabasePage, type ViewedTable, viewedTables } from "~/lib/sandbox/protocol/table-page";
import { useJson } from "../ui/use-json";
import { DatabaseTable, type Target } from "./DatabaseTable";

/** The tables of the visitor's own database. `change` is another text after each request of the demo. */
export function DatabaseView({ change }: { change: string }) {
  const [table, setTable] = useState<ViewedTable>("threads");
  const [page, setPage] = useState(1);
  const [target, setTarget] = useState<Target>();
  const { data, error } = useJson<DatabasePage>(`${databaseUrl}?table=${table}&page=${page}`, change);

  function show(next: string, column?: Target) {
    const known = viewedTables.find((name) => name === next);
    if (!known) return;
    setTable(known);
    setPage(1);
    setTarget(column);
  }

  return (
    <div className="database">
      <fieldset className="inspector-bar" aria-label="Tables">
        {viewedTables.map((name) => (
          <button key={name} type="button" aria-pressed={name === table} onClick={() => show(name)}>
            {name}
          </button>
        ))}
      </fieldset>
      {error && <p className="inspector-empty">{error}</p>}
      {!error && !data && <p className="inspector-empty">Loading…</p>}
      {data && <DatabaseTable key={table} data={data} target={target} follow={show} />}
      {data && data.pages > 1 && (
        <div className="inspector-bar pages">
          <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Newer
          </button>
          <span>
            Page {data.page} of {data.pages}, {data.total} rows
          </span>
          <button type="button" disabled={page >= data.pages} onClick={() => setPage(page + 1)}>
            Older
          </button>
        </div>
      )}
    </div>
  );
}
