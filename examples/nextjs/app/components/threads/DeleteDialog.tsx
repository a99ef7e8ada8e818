import { useId } from "react";
import { Button } from "../ui/Button";

interface DeleteDialogProps {
  title: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** It is open as long as it is rendered. */
export function DeleteDialog({ title, onConfirm, onClose }: DeleteDialogProps) {
  const titleId = useId();
  const textId = useId();

  return (
    <dialog
      ref={open}
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={onClose}
      // The list around it must not react to keys that are pressed here.
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
        <Button onClick={onClose}>Cancel</Button>
        <Button look="danger" onClick={onConfirm}>
          Delete
        </Button>
      </div>
    </dialog>
  );
}

function open(dialog: HTMLDialogElement | null) {
  if (dialog && !dialog.open) dialog.showModal();
}
