import { ComposerPrimitive, MessagePrimitive } from "@assistant-ui/react";
import { Button } from "./Button";

/** A question being rewritten. Sending it starts a new branch; the old one stays. */
export function EditComposer() {
  return (
    <MessagePrimitive.Root className="mb-4 not-first:mt-4">
      <ComposerPrimitive.Root className="ms-auto grid w-full max-w-[85%] gap-2 rounded-2xl border border-line-strong p-2 ps-4 focus-within:border-ink">
        <ComposerPrimitive.Input
          aria-label="Edit the message"
          // Asked for by whoever pressed “Edit”.
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
