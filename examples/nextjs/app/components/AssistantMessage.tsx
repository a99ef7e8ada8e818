import {
  ActionBarPrimitive,
  MessagePrimitive,
  useAuiState,
} from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { AnswerError } from "./AnswerError";
import { BranchPicker } from "./BranchPicker";
import { CopyMessage } from "./CopyMessage";
import { iconButton } from "./icon-button";
import { Markdown } from "./Markdown";
import { messageActions } from "./message-actions";

export function AssistantMessage() {
  const isRunning = useAuiState((s) => s.message.status?.type === "running");
  const hasText = useAuiState((s) =>
    s.message.parts.some((part) => part.type === "text" && part.text !== ""),
  );

  return (
    <MessagePrimitive.Root className="group min-w-0">
      <h2 className="sr-only">Assistant</h2>
      {isRunning && !hasText && (
        <div aria-hidden className="my-2 size-2 animate-pulse rounded-full bg-ink" />
      )}
      <MessagePrimitive.Parts>
        {({ part }) => (part.type === "text" ? <Markdown /> : null)}
      </MessagePrimitive.Parts>
      <AnswerError />
      {(isRunning || hasText) && (
        // While the answer runs these are only hidden: nothing moves when it is done.
        <ActionBarPrimitive.Root
          className={`${messageActions} ${isRunning ? "invisible" : ""} -ms-2`}
        >
          <CopyMessage />
          <ActionBarPrimitive.Reload aria-label="Answer again" className={iconButton}>
            <RotateCcw aria-hidden />
          </ActionBarPrimitive.Reload>
          <BranchPicker />
        </ActionBarPrimitive.Root>
      )}
    </MessagePrimitive.Root>
  );
}
