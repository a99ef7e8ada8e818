import {
  ActionBarPrimitive,
  ErrorPrimitive,
  MessagePrimitive,
  useAuiState,
} from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { useSecondsLeft } from "@/lib/pause";
import { Button, iconButton } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { Markdown } from "./Markdown";
import { BranchPicker, CopyMessage, MessageActions } from "./MessageActions";
import { OtherTool, RenameThread, SearchThreads } from "./ToolCall";

// #region parts
const parts = {
  Text: Markdown,
  tools: {
    by_name: { searchThreads: SearchThreads, renameThread: RenameThread },
    Fallback: OtherTool,
  },
};
// #endregion parts

export function AssistantMessage() {
  const isPaused = useSecondsLeft() > 0;
  const isRunning = useAuiState((s) => s.message.status?.type === "running");
  const hasContent = useAuiState((s) =>
    s.message.parts.some(
      (part) =>
        part.type === "tool-call" || (part.type === "text" && part.text !== ""),
    ),
  );

  return (
    <MessagePrimitive.Root className="group min-w-0">
      <h2 className="sr-only">Assistant</h2>
      {isRunning && !hasContent && (
        <div aria-hidden className="my-2 size-2 animate-pulse rounded-full bg-ink" />
      )}
      <MessagePrimitive.Parts components={parts} />
      <AnswerError />
      <Interruption />
      {(isRunning || hasContent) && (
        // Invisible while the answer runs, so that nothing moves when it ends.
        <MessageActions className={isRunning ? "invisible -ms-2" : "-ms-2"}>
          <CopyMessage />
          <ActionBarPrimitive.Reload
            aria-label="Answer again"
            disabled={isPaused}
            className={iconButton}
          >
            <RotateCcw aria-hidden />
          </ActionBarPrimitive.Reload>
          <BranchPicker />
        </MessageActions>
      )}
    </MessagePrimitive.Root>
  );
}

/** The answer failed or broke off. The question is stored and can be asked again. */
function AnswerError() {
  const isPaused = useSecondsLeft() > 0;
  return (
    <MessagePrimitive.Error>
      <div className="mt-2">
        <ErrorNote
          action={
            <ActionBarPrimitive.Reload asChild>
              <Button disabled={isPaused}>Try again</Button>
            </ActionBarPrimitive.Reload>
          }
        >
          <ErrorPrimitive.Message />
        </ErrorNote>
      </div>
    </MessagePrimitive.Error>
  );
}

/** The answer was stopped, or it was loaded and had broken off. */
function Interruption() {
  const isPaused = useSecondsLeft() > 0;
  const wasInterrupted = useAuiState(({ message: { metadata, status } }) =>
    status?.type === "incomplete"
      ? status.reason === "cancelled"
      : metadata.custom.interrupted === true,
  );
  if (!wasInterrupted) return null;

  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      This answer was interrupted.
      <ActionBarPrimitive.Reload asChild>
        <Button disabled={isPaused}>Answer again</Button>
      </ActionBarPrimitive.Reload>
    </p>
  );
}
