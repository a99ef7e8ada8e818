"use client";

import { useId } from "react";
import type { MistakeName } from "~/lib/mistakes/mistakes";
import { type ActiveMistakes, switchMistakes, useActiveMistakes } from "../sandbox/active-mistakes";
import { type Sandbox, useSandbox } from "../sandbox/sandbox";

interface MistakeSwitchProps {
  name: MistakeName;
  title: string;
  symptom: string;
}

/** Has the reader's own sandbox run the wrong file, and no other wrong one. */
export function MistakeSwitch({ name, title, symptom }: MistakeSwitchProps) {
  const id = useId();
  const sandbox = useSandbox();
  const switches = useActiveMistakes();
  const isOn = switches.on.includes(name);

  return (
    <div className="mistake-switch">
      <p className="switch-symptom">
        <span>With this mistake</span>
        {symptom}
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby={id}
        disabled={sandbox.status !== "ready" || !switches.isReady}
        // Not disabled while an order is on its way: the focus would be lost.
        aria-disabled={switches.isBusy}
        onClick={() => switchMistakes(isOn ? [] : [name])}
      >
        <span className="switch-track" aria-hidden="true" />
        Break it<span className="sr-only">: {title}</span>
      </button>
      <p id={id} className="switch-state">
        {stateOf(sandbox, switches, name)}
      </p>
      {switches.error && (
        <p role="alert" className="switch-state">
          {switches.error}
        </p>
      )}
    </div>
  );
}

function stateOf(sandbox: Sandbox, { isReady, on }: ActiveMistakes, name: MistakeName) {
  if (sandbox.status === "failed") return "There is no sandbox to break.";
  if (sandbox.status !== "ready" || !isReady) return "Preparing your sandbox…";
  if (on.includes(name)) return "Broken on purpose: your sandbox runs the wrong file.";
  return on.length > 0 ? "Your sandbox runs another mistake." : "Your sandbox runs the right file.";
}
