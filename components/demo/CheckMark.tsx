import type { Result } from "~/lib/checklist/run";

const shapes: Record<Result["state"], string> = {
  waiting: "",
  running: "M8 1.5a6.5 6.5 0 0 1 6.5 6.5",
  holds: "m5 8.3 2.1 2.1L11 6",
  fails: "m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4",
  stopped: "M5 8h6",
};

/** How a check went, by its shape. The word beside it says the same. */
export function CheckMark({ state }: Pick<Result, "state">) {
  return (
    <svg className="check-mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" />
      <path d={shapes[state]} />
    </svg>
  );
}
