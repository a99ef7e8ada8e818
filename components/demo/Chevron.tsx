/** Says of a summary that there is more below it. */
export const Chevron = () => (
  <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
    <path d="m4.5 2.5 3.5 3.5-3.5 3.5" />
  </svg>
);
