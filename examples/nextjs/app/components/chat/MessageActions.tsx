import {
  ActionBarPrimitive,
  BranchPickerPrimitive,
  useAuiState,
} from "@assistant-ui/react";
import { Check, ChevronLeft, ChevronRight, Copy } from "lucide-react";
import type { ReactNode } from "react";
import { iconButton } from "../ui/Button";

interface MessageActionsProps {
  children: ReactNode;
  className?: string;
}

/**
 * The buttons below a message. They show when the message has the pointer or the
 * focus, always on touch screens, and always below the last message.
 */
export function MessageActions({ children, className = "" }: MessageActionsProps) {
  return (
    <ActionBarPrimitive.Root
      className={`mt-1 flex h-8 items-center opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 group-last:opacity-100 ${className}`}
    >
      {children}
    </ActionBarPrimitive.Root>
  );
}

export function CopyMessage() {
  const isCopied = useAuiState((s) => s.message.isCopied);

  return (
    <ActionBarPrimitive.Copy
      aria-label={isCopied ? "Copied" : "Copy"}
      className={iconButton}
    >
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </ActionBarPrimitive.Copy>
  );
}

/** Steps through the versions of a message, if it has more than one. */
export function BranchPicker() {
  return (
    <BranchPickerPrimitive.Root
      hideWhenSingleBranch
      className="flex items-center text-xs text-soft"
    >
      <BranchPickerPrimitive.Previous
        aria-label="Previous version"
        className={iconButton}
      >
        <ChevronLeft aria-hidden />
      </BranchPickerPrimitive.Previous>
      <span className="tabular-nums">
        <span className="sr-only">Version </span>
        <BranchPickerPrimitive.Number /> / <BranchPickerPrimitive.Count />
      </span>
      <BranchPickerPrimitive.Next aria-label="Next version" className={iconButton}>
        <ChevronRight aria-hidden />
      </BranchPickerPrimitive.Next>
    </BranchPickerPrimitive.Root>
  );
}
