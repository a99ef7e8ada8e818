import { ActionBarPrimitive, useAuiState } from "@assistant-ui/react";
import { Check, Copy } from "lucide-react";
import { iconButton } from "./icon-button";

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
