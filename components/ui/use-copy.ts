import { useEffect, useState } from "react";

/** Copies a text, and knows for two seconds how that went. */
export function useCopy() {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(text: string | Promise<string>) {
    setState((await copyText(text)) ? "copied" : "failed");
  }

  return { state, copy };
}

async function copyText(text: string | Promise<string>) {
  const blob = Promise.resolve(text).then(asPlainText);
  // A browser that refuses at once leaves it to nobody.
  blob.catch(() => {});
  try {
    // A promise goes in as one, because Safari forgets the click while it is awaited.
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return Promise.resolve(text).then(copyBySelection, () => false);
  }
}

const asPlainText = (text: string) => new Blob([text], { type: "text/plain" });

/** The way that browsers leave open on plain http, where there is no clipboard API. */
function copyBySelection(text: string) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "sr-only";
  // Out of sight at the top of the window, so that the page does not scroll there.
  field.style.insetBlockStart = `${scrollY}px`;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
