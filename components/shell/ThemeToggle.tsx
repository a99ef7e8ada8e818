"use client";

import { useTheme } from "next-themes";

export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      className="icon-button theme-toggle"
      aria-label="Switch between light and dark"
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <svg className="moon" viewBox="0 0 18 18" aria-hidden="true">
        <path d="M15 10.5A6.5 6.5 0 0 1 7.5 3 6.5 6.5 0 1 0 15 10.5Z" />
      </svg>
      <svg className="sun" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="3.25" />
        <path d="M9 1.5v1.25M9 15.25v1.25M1.5 9h1.25M15.25 9h1.25M3.7 3.7l.9.9M13.4 13.4l.9.9M14.3 3.7l-.9.9M4.6 13.4l-.9.9" />
      </svg>
    </button>
  );
}
