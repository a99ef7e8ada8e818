import { ComposerPrimitive, useAuiState } from "@assistant-ui/react";
import { ArrowUp, Square } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useSecondsLeft } from "@/lib/pause";
import { useStopAnswer } from "@/lib/use-stop-answer";
import { TooLong, useExcess } from "./TooLong";
import { TooMany } from "./TooMany";

const round =
  "grid size-8 shrink-0 place-items-center rounded-full bg-ink text-inverse transition-opacity hover:opacity-90 disabled:opacity-30 [&_svg]:size-4";

export function Composer({ isDisabled }: { isDisabled: boolean }) {
  const isRunning = useAuiState((s) => s.thread.isRunning);
  const excess = useExcess();
  const secondsLeft = useSecondsLeft();
  const mayNotSend = excess > 0 || secondsLeft > 0;
  const stop = useStopAnswer();

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && isRunning) void stop();
  }

  return (
    <>
      <TooLong excess={excess} />
      <TooMany secondsLeft={secondsLeft} />
      <ComposerPrimitive.Root
        onKeyDown={onKeyDown}
        className="flex items-end gap-2 rounded-2xl border border-line-strong bg-surface p-2 ps-4 focus-within:border-ink"
      >
        <ComposerPrimitive.Input
          aria-label="Message"
          // It would stop the page, and not the server.
          cancelOnEscape={false}
          placeholder="Write a message…"
          disabled={isDisabled}
          submitMode={mayNotSend ? "none" : "enter"}
          rows={1}
          maxRows={8}
          // The server accepts text only.
          addAttachmentOnPaste={false}
          // On a touch keyboard, Enter would send, and there would be no key for a new
          // line. The prop has no stable name yet.
          unstable_insertNewlineOnTouchEnter
          className="max-h-48 grow resize-none bg-transparent py-1 outline-none"
        />
        {isRunning ? (
          <button type="button" aria-label="Stop" onClick={stop} className={round}>
            <Square aria-hidden fill="currentColor" className="p-0.5" />
          </button>
        ) : (
          <ComposerPrimitive.Send
            aria-label="Send"
            disabled={isDisabled || mayNotSend}
            className={round}
          >
            <ArrowUp aria-hidden />
          </ComposerPrimitive.Send>
        )}
      </ComposerPrimitive.Root>
    </>
  );
}
