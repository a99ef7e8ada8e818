import { ActionBarPrimitive, MessagePrimitive } from "@assistant-ui/react";
import { Pencil } from "lucide-react";
import { BranchPicker } from "./BranchPicker";
import { CopyMessage } from "./CopyMessage";
import { iconButton } from "./icon-button";
import { messageActions } from "./message-actions";

export function UserMessage() {
  return (
    <MessagePrimitive.Root className="group grid justify-items-end not-first:pt-4">
      <h2 className="sr-only">You</h2>
      <div className="max-w-[85%] rounded-2xl bg-sunken px-4 py-2 wrap-anywhere whitespace-pre-wrap">
        <MessagePrimitive.Parts>
          {({ part }) => (part.type === "text" ? part.text : null)}
        </MessagePrimitive.Parts>
      </div>
      <ActionBarPrimitive.Root className={messageActions}>
        <BranchPicker />
        <ActionBarPrimitive.Edit aria-label="Edit" className={iconButton}>
          <Pencil aria-hidden />
        </ActionBarPrimitive.Edit>
        <CopyMessage />
      </ActionBarPrimitive.Root>
    </MessagePrimitive.Root>
  );
}
