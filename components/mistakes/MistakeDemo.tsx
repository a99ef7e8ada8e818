"use client";

import type { DemoBrowser } from "~/lib/demo/demos";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { LiveDemo, type LiveDemoProps } from "../demo/LiveDemo";
import { useActiveMistakes } from "../sandbox/active-mistakes";

interface MistakeDemoProps extends Omit<LiveDemoProps, "name" | "isBroken"> {
  mistake: MistakeName;
  browsers: readonly DemoBrowser[];
}

/** A demo that is about one mistake. Its browsers load anew when that is switched on or off. */
export function MistakeDemo({ mistake, browsers, ...rest }: MistakeDemoProps) {
  const isOn = useActiveMistakes().on.includes(mistake);
  const shown = browsers.map(({ wrongPath, ...browser }) => ({
    ...browser,
    path: (isOn && wrongPath) || browser.path,
  }));
  return <LiveDemo {...rest} browsers={shown} isBroken={isOn} />;
}
