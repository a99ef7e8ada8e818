/**
 * The look of a button that is only an icon. A class and not a component: most of
 * them are assistant-ui's primitives.
 */
export const iconButton =
  "inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40 aria-expanded:bg-hover aria-expanded:text-ink [&_svg]:size-4";
