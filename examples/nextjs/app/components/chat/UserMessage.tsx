import {
  ActionBarPrimitive,
  ComposerPrimitive,
  MessagePrimitive,
  useAui,
  useAuiState,
} from "@assistant-ui/react";
import { Pencil } from "lucide-react";
import { useSecondsLeft } from "@/lib/pause";
import { Button, iconButton } from "../ui/Button";
import { BranchPicker, CopyMessage, MessageActions } from "./MessageActions";
import { TooLong, useExcess } from "./TooLong";

export function UserMessage() {
  return (
    <MessagePrimitive.Root className="group grid justify-items-end not-first:pt-4">
      <h2 className="sr-only">You</h2>
      <div className="max-w-[85%] rounded-2xl bg-sunken px-4 py-2 wrap-anywhere whitespace-pre-wrap">
        <MessagePrimitive.Parts>
          {({ part }) => (part.type === "text" ? part.text : null)}
        </MessagePrimitive.Parts>
      </div>
      <MessageActions>
        <BranchPicker />
        <ActionBarPrimitive.Edit aria-label="Edit" className={iconButton}>
          <Pencil aria-hidden />
        </ActionBarPrimitive.Edit>
        <CopyMessage />
      </MessageActions>
      <Unanswered />
    </MessagePrimitive.Root>
  );
}

/** The last question has no answer: the server was shut down, or refused it. */
function Unanswered() {
  const aui = useAui();
  const id = useAuiState((s) => s.message.id);
  const isUnanswered = useAuiState((s) => s.message.isLast && !s.thread.isRunning);
  const isPaused = useSecondsLeft() > 0;
  if (!isUnanswered) return null;

  return (
    // It shows after a moment, because an answer that is running is joined first.
    <p className="mt-2 flex animate-late flex-wrap items-center gap-x-3 gap-y-1 justify-self-start text-sm text-soft">
      This question was not answered.
      <Button
        disabled={isPaused}
        onClick={() => aui.thread.startRun({ parentId: id })}
      >
        Try again
      </Button>
    </p>
  );
}

/** Edits a question. Sending it starts a new branch, and the old one stays. */
export function EditComposer() {
  const excess = useExcess();
  const mayNotSend = useSecondsLeft() > 0 || excess > 0;

  return (
    <MessagePrimitive.Root className="mb-4 not-first:mt-4">
      <ComposerPrimitive.Root className="ms-auto grid w-full max-w-[85%] gap-2 rounded-2xl border border-line-strong p-2 ps-4 focus-within:border-ink">
        <ComposerPrimitive.Input
          aria-label="Edit the message"
          // The reader has just pressed “Edit”.
          autoFocus
          submitMode={mayNotSend ? "none" : "enter"}
          rows={1}
          maxRows={12}
          addAttachmentOnPaste={false}
          className="resize-none bg-transparent py-1 outline-none"
        />
        <TooLong excess={excess} />
        <div className="flex justify-end gap-2">
          <ComposerPrimitive.Cancel asChild>
            <Button>Cancel</Button>
          </ComposerPrimitive.Cancel>
          <ComposerPrimitive.Send asChild>
            <Button look="primary" disabled={mayNotSend}>
              Send
            </Button>
          </ComposerPrimitive.Send>
        </div>
      </ComposerPrimitive.Root>
    </MessagePrimitive.Root>
  );
}
