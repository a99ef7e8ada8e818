import { type RefObject, useId } from "react";
import { Button } from "./Button";

interface DeleteDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  title: string;
  onConfirm: () => void;
}

export function DeleteDialog({ ref, title, onConfirm }: DeleteDialogProps) {
  const titleId = useId();
  const textId = useId();
  const close = () => ref.current?.close();

  function confirm() {
    // The row goes, and this dialog with it: the focus moves to what stays.
    const list = ref.current?.closest("nav");
    close();
    onConfirm();
    list?.querySelector("button")?.focus({ preventScroll: true });
  }

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      aria-describedby={textId}
      // Its keys are its own, and not those of the list around it.
      onKeyDown={(event) => event.stopPropagation()}
      className="m-auto w-full max-w-[min(24rem,calc(100vw-2rem))] rounded-xl border border-line bg-float p-6 shadow-float"
    >
      <h2 id={titleId} className="text-base font-semibold">
        Delete this thread?
      </h2>
      <p id={textId} className="mt-2 text-sm wrap-anywhere text-soft">
        “{title}” and its messages are deleted for good.
      </p>
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button look="danger" onClick={confirm}>
          Delete
        </Button>
      </div>
    </dialog>
  );
}
