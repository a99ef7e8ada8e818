import { BranchPickerPrimitive } from "@assistant-ui/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { iconButton } from "./icon-button";

/** Walks through the versions of a message, where there is more than one. */
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
