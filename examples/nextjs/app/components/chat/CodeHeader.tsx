import type { CodeHeaderProps } from "@assistant-ui/react-markdown";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { iconButton } from "../ui/Button";

/** The bar above a block of code: its language, and a button that copies it. */
export function CodeHeader({ language, code }: CodeHeaderProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    // Pasted into a terminal, a line break at the end would run the code.
    const text = code.trimEnd();
    // Without permission or on plain http there is no clipboard.
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!copied) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }

  return (
    <div className="flex h-9 items-center justify-between rounded-t-lg border border-line bg-sunken ps-4 pe-0.5 font-mono text-xs text-soft">
      <span>{language && language !== "unknown" ? language : "text"}</span>
      <button
        type="button"
        aria-label={isCopied ? "Copied" : "Copy the code"}
        onClick={copy}
        className={iconButton}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </button>
    </div>
  );
}
