import { type FormEvent, type KeyboardEvent, useRef } from "react";

interface RenameFormProps {
  title: string;
  /** The new title, or nothing if it stays as it was. */
  onDone: (newTitle: string | undefined) => void;
}

/**
 * Takes the place of a thread's row. Enter and leaving the field keep what was typed,
 * Escape does not.
 */
export function RenameForm({ title, onDone }: RenameFormProps) {
  const isDone = useRef(false);

  // Once only: a field that is removed while it has the focus is also left.
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
        maxLength={200}
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
