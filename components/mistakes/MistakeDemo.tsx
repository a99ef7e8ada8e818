"use client";

import type { ReactNode } from "react";
import type { DemoBrowser } from "~/lib/demo/demos";
import type { DemoUser } from "~/lib/demo/users";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { LiveDemo } from "../demo/LiveDemo";
import { useActiveMistakes } from "../sandbox/active-mistakes";

interface MistakeDemoProps {
  mistake: MistakeName;
  title: string;
  browsers: readonly DemoBrowser[];
  height: number;
  users: readonly DemoUser[];
  /** The switch. */
  children: ReactNode;
}

/** A demo that is about one mistake. Its browsers load anew when that is switched on or off. */
export function MistakeDemo({ mistake, browsers, children, ...rest }: MistakeDemoProps) {
  const isOn = useActiveMistakes().on.includes(mistake);
  const shown = browsers.map(({ wrongPath, ...browser }) => ({
    ...browser,
    path: (isOn && wrongPath) || browser.path,
  }));
  return (
    <LiveDemo {...rest} browsers={shown} isBroken={isOn}>
      {children}
    </LiveDemo>
  );
}
