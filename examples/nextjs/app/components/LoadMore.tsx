import { useAui, useAuiState } from "@assistant-ui/react";
import { useState } from "react";
import { Button } from "./Button";

/** The next page of the list, as long as there is one. */
export function LoadMore() {
  const aui = useAui();
  const hasMore = useAuiState((s) => s.threads.hasMore);
  const isLoading = useAuiState((s) => s.threads.isLoadingMore);
  const [hasFailed, setFailed] = useState(false);
  if (!hasMore) return null;

  async function load() {
    const countThreads = () => aui.threads.getState().threadItems.length;
    const before = countThreads();
    await aui.threads.loadMore();
    // The runtime logs a failure and says nothing else; but then there are no more
    // threads than before.
    setFailed(countThreads() === before);
  }

  return (
    <div className="mt-2 grid gap-1">
      <Button onClick={load} disabled={isLoading}>
        {isLoading ? "Loading…" : "Load more"}
      </Button>
      <p role="status" className="px-3 text-xs text-danger">
        {hasFailed && !isLoading && "That did not work. Try again."}
      </p>
    </div>
  );
}
