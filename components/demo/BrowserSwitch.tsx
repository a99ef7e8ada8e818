import type { ShownBrowser } from "~/lib/sandbox/protocol/addresses";

interface BrowserSwitchProps {
  browsers: readonly { name: ShownBrowser; label?: string }[];
  chosen: ShownBrowser | undefined;
  choose: (name: ShownBrowser) => void;
}

/** Where there is no room for two browsers side by side: which of them shows. The other stays loaded. */
export function BrowserSwitch({ browsers, chosen, choose }: BrowserSwitchProps) {
  return (
    <fieldset className="browser-switch" aria-label="Which browser shows">
      {browsers.map(({ name, label }) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => choose(name)}>
          {browserTitle(name)}
          {label && <small>{label}</small>}
        </button>
      ))}
    </fieldset>
  );
}

/** How the demos call one of two browsers. */
export const browserTitle = (name: ShownBrowser) => `Browser ${name.toUpperCase()}`;
