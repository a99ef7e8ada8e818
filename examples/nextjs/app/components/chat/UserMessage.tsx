import {
  ActionBarPrimitive,
  ComposerPrimitive,
  MessagePrimitive,
} from "@assistant-ui/react";
import { Pencil } from "lucide-react";
import { Button, iconButton } from "../ui/Button";
import { BranchPicker, CopyMessage, MessageActions } from "./MessageActions";

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
    </MessagePrimitive.Root>
  );
}

/** Edits a question. Sending it starts a new branch, and the old one stays. */
export function EditComposer() {
  return (
    <MessagePrimitive.Root className="mb-4 not-first:mt-4">
      <ComposerPrimitive.Root className="ms-auto grid w-full max-w-[85%] gap-2 rounded-2xl border border-line-strong p-2 ps-4 focus-within:border-ink">
        <ComposerPrimitive.Input
          aria-label="Edit the message"
          // The reader has just pressed “Edit”.
          autoFocus
          rows={1}
          maxRows={12}
          addAttachmentOnPaste={false}
          className="resize-none bg-transparent py-1 outline-none"
        />
        <div className="flex justify-end gap-2">
          <ComposerPrimitive.Cancel asChild>
            <Button>Cancel</Button>
          </ComposerPrimitive.Cancel>
          <ComposerPrimitive.Send asChild>
            <Button look="primary">Send</Button>
          </ComposerPrimitive.Send>
        </div>
      </ComposerPrimitive.Root>
    </MessagePrimitive.Root>
  );
}
