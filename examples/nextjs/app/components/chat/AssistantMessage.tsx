import {
  ActionBarPrimitive,
  ErrorPrimitive,
  MessagePrimitive,
  useAuiState,
} from "@assistant-ui/react";
import { RotateCcw } from "lucide-react";
import { Button, iconButton } from "../ui/Button";
import { ErrorNote } from "../ui/ErrorNote";
import { Markdown } from "./Markdown";
import { BranchPicker, CopyMessage, MessageActions } from "./MessageActions";

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
        // Invisible while the answer runs, so that nothing moves when it ends.
        <MessageActions className={isRunning ? "invisible -ms-2" : "-ms-2"}>
          <CopyMessage />
          <ActionBarPrimitive.Reload aria-label="Answer again" className={iconButton}>
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
  return (
    <MessagePrimitive.Error>
      <div className="mt-2">
        <ErrorNote
          action={
            <ActionBarPrimitive.Reload asChild>
              <Button>Try again</Button>
            </ActionBarPrimitive.Reload>
          }
        >
          <ErrorPrimitive.Message />
        </ErrorNote>
      </div>
    </MessagePrimitive.Error>
  );
}
