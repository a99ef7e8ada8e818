import type { ComponentProps } from "react";

const looks = {
  primary: "bg-ink text-inverse hover:opacity-90",
  quiet: "border border-line bg-surface hover:bg-hover",
  danger: "bg-danger text-inverse hover:opacity-90",
};

interface ButtonProps extends ComponentProps<"button"> {
  look?: keyof typeof looks;
}

export function Button({
  look = "quiet",
  type = "button",
  className = "",
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`inline-flex h-9 items-center justify-center gap-2 rounded-lg px-3 text-sm font-medium whitespace-nowrap transition-colors disabled:opacity-60 ${looks[look]} ${className}`}
      {...props}
    />
  );
}

/**
 * The classes of a button that shows only an icon. Not a component, because most of
 * these buttons are assistant-ui's primitives.
 */
export const iconButton =
  "inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-40 aria-expanded:bg-hover aria-expanded:text-ink [&_svg]:size-4";
