"use client";

import { type ReactNode, useId, useState } from "react";
import type { DemoUser } from "~/lib/demo/users";
import type { ShownBrowser } from "~/lib/sandbox/protocol/addresses";
import { recordRequest } from "../sandbox/requests";
import { enterSandbox, resetSandbox, type Sandbox, useSandbox } from "../sandbox/sandbox";
import { useInView } from "../ui/use-in-view";
import { useLatePart } from "../ui/use-late-part";
import { BrowserFrame } from "./BrowserFrame";
import { BrowserSwitch } from "./BrowserSwitch";
import { DemoOnPaper } from "./DemoOnPaper";

export interface LiveDemoProps {
  /** The name by which the inspector finds its code. A demo without one shows none. */
  name?: string;
  title: string;
  browsers: readonly { name: ShownBrowser; path: string; label?: string }[];
  height: number;
  users: readonly DemoUser[];
  /** For a demo that is about a mistake and says so itself, in what stands above the browsers: whether it is on. */
  isBroken?: boolean;
  children?: ReactNode;
}

/** Stands still until it comes near the viewport. Then the sandbox is made, and then the frames load. */
export function LiveDemo({ name, title, browsers, height, users, isBroken, children }: LiveDemoProps) {
  const [isNear, setNear] = useState(false);
  const [chosen, choose] = useState(browsers[0]?.name);
  const sandbox = useSandbox();
  const id = useId();
  // A page carries these only when a demo has come into view. Without them, the browsers still work.
  const inspector = useLatePart(async () => (await import("../inspector/Inspector")).Inspector);
  const banner = useLatePart(async () => (await import("./MistakeBanner")).MistakeBanner);
  const [Inspector, MistakeBanner] = [inspector.part, banner.part];

  const figure = useInView(300, () => {
    setNear(true);
    void enterSandbox();
    void inspector.load();
    if (isBroken === undefined) void banner.load();
  });

  return (
    <figure ref={figure} className="demo" aria-label={`Live demo: ${title}`} data-broken={isBroken}>
      {children}
      {MistakeBanner && sandbox.status === "ready" && <MistakeBanner />}
      {browsers.length > 1 && <BrowserSwitch browsers={browsers} chosen={chosen} choose={choose} />}
      <div className="demo-browsers" data-count={browsers.length}>
        {browsers.map((browser) => (
          <BrowserFrame
            // Other code, another page.
            key={`${browser.name} ${isBroken}`}
            {...browser}
            onRequest={(report) => recordRequest(id, browser.name, report)}
            title={title}
            isAlone={browsers.length === 1}
            isChosen={browser.name === chosen}
            height={height}
            users={users}
            // Another demo of the page may have asked for it already.
            sandbox={isNear ? sandbox : { status: "none" }}
          />
        ))}
      </div>
      <div className="inspector">
        {Inspector && sandbox.status === "ready" && (
          <Inspector demo={id} code={name} sandbox={sandbox.count} isAlone={browsers.length === 1} />
        )}
      </div>
      <DemoOnPaper title={title} />
      <figcaption className="demo-caption">
        <p>
          Password of both: <code>{users[0]?.password}</code>
        </p>
        <p role="status">{statusOf(sandbox)}</p>
        <button type="button" onClick={resetSandbox} disabled={sandbox.status === "making"}>
          Reset<span className="sr-only"> the demo: start with a fresh database</span>
        </button>
      </figcaption>
    </figure>
  );
}

function statusOf(sandbox: Sandbox) {
  if (sandbox.status === "none") return "";
  if (sandbox.status === "making") return sandbox.isReset ? "Resetting…" : "Preparing your database…";
  if (sandbox.status === "failed") return "No database.";
  const answers = sandbox.model === "demo" ? "Demo model: it quotes this guide." : "Model: OpenAI.";
  if (sandbox.isLost) return `Your database is gone. This is a fresh one: sign in again. ${answers}`;
  return sandbox.count > 1 ? `Fresh database. ${answers}` : answers;
}
