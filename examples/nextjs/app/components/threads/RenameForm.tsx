import { type FormEvent, type KeyboardEvent, useRef } from "react";
import { maxTitleLength } from "@/lib/thread";

interface RenameFormProps {
  title: string;
  /** Called with the new title, or with undefined if the old one stays. */
  onDone: (newTitle: string | undefined) => void;
}

/**
 * Replaces the row of a thread while it is renamed. Enter and leaving the field keep
 * the new title, Escape drops it.
 */
export function RenameForm({ title, onDone }: RenameFormProps) {
  const isDone = useRef(false);

  // A field that is removed while it has the focus also sends `blur`.
  function finish(newTitle: string | undefined) {
    if (isDone.current) return;
    isDone.current = true;
    onDone(newTitle?.trim());
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    finish(String(new FormData(event.currentTarget).get("title")));
  }

  function cancel(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    finish(undefined);
  }

  return (
    <form onSubmit={submit}>
      <input
        name="title"
        aria-label="Title of the thread"
        defaultValue={title}
        maxLength={maxTitleLength}
        autoComplete="off"
        ref={selectAll}
        onKeyDown={cancel}
        onBlur={(event) => finish(event.currentTarget.value)}
        className="h-9 w-full rounded-lg border border-line-strong bg-surface px-3 outline-offset-0"
      />
    </form>
  );
}

function selectAll(input: HTMLInputElement | null) {
  input?.focus({ preventScroll: true });
  input?.select();
}
