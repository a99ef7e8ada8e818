/** Says of a summary that there is more below it. */
export const Chevron = () => (
  <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
    <path d="m4.5 2.5 3.5 3.5-3.5 3.5" />
  </svg>
);

export const SearchIcon = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3 3" />
  </svg>
);

const checkMarks = {
  waiting: "",
  running: "M8 1.5a6.5 6.5 0 0 1 6.5 6.5",
  holds: "m5 8.3 2.1 2.1L11 6",
  fails: "m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4",
  stopped: "M5 8h6",
};

/** The outcome of a check, told by a shape. The word beside it says the same. */
export const CheckMark = ({ state }: { state: keyof typeof checkMarks }) => (
  <svg className="check-mark" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" />
    <path d={checkMarks[state]} />
  </svg>
);
