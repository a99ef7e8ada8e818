import {
  type ToolCallMessagePartProps,
  useAui,
  useAuiState,
} from "@assistant-ui/react";
import { Pencil, Search, Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/Button";

// #region search
interface Found {
  id: string;
  title: string | null;
}

/** The threads that the model has found, each a way to open it. */
export function SearchThreads({
  args: { words = "" },
  result,
  isError,
}: ToolCallMessagePartProps<{ words?: string }, Found[]>) {
  const aui = useAui();
  const isRunning = useAuiState((s) => s.message.status?.type === "running");
  if (isError) return <ToolLine icon={<Search />}>The search has failed.</ToolLine>;
  if (!result)
    return (
      <ToolLine icon={<Search />}>
        {isRunning
          ? `Searching your threads for “${words}”…`
          : "The search was stopped."}
      </ToolLine>
    );
  if (result.length === 0)
    return (
      <ToolLine icon={<Search />}>No other thread of yours has “{words}”.</ToolLine>
    );

  return (
    <ToolLine icon={<Search />}>
      Your threads with “{words}”:
      <ul>
        {result.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => aui.threads.switchToThread(id)}
              className="min-h-6 max-w-full truncate text-ink underline underline-offset-4"
            >
              {title ?? "New thread"}
            </button>
          </li>
        ))}
      </ul>
    </ToolLine>
  );
}
// #endregion search

// #region rename
/** Asks the user, and shows what has become of it. */
export function RenameThread({
  args: { threadId, title = "" },
  result,
  approval,
  respondToApproval,
  isError,
}: ToolCallMessagePartProps<
  { threadId?: string; title?: string },
  { error?: string }
>) {
  const isRunning = useAuiState((s) => s.message.status?.type === "running");
  const isLast = useAuiState((s) => s.message.isLast);
  const before = useAuiState(
    (s) =>
      s.threads.threadItems.find(
        ({ remoteId }) => remoteId === (threadId ?? s.threadListItem.remoteId),
      )?.title,
  );

  if (approval && approval.approved === undefined && isLast)
    return (
      <fieldset className="my-2 grid gap-3 rounded-lg border border-line-strong p-3">
        <legend className="sr-only">The assistant asks for your permission</legend>
        <p className="wrap-anywhere">
          Rename {before ? `“${before}”` : "the thread"} to “{title}”?
        </p>
        <div className="flex gap-2">
          <Button
            look="primary"
            onClick={() => respondToApproval({ approved: true })}
          >
            Rename
          </Button>
          <Button onClick={() => respondToApproval({ approved: false })}>
            Leave it
          </Button>
        </div>
      </fieldset>
    );
  return (
    <ToolLine icon={<Pencil />}>
      {result && !isError && !result.error
        ? `Renamed to “${title}”.`
        : isRunning
          ? `Renaming to “${title}”…`
          : `Not renamed to “${title}”.`}
    </ToolLine>
  );
}
// #endregion rename

/** A tool that has no component of its own yet. */
export function OtherTool({ toolName }: ToolCallMessagePartProps) {
  return <ToolLine icon={<Wrench />}>{toolName}</ToolLine>;
}

function ToolLine({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="my-2 flex gap-2 text-sm text-soft [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0 wrap-anywhere">{children}</div>
    </div>
  );
}
