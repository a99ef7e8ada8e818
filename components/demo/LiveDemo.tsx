"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { BrowserName } from "~/lib/demos";
import { BrowserFrame } from "./BrowserFrame";
import { useCalls } from "./calls";
import { publish } from "./latest-calls";
import { enterSandbox, resetSandbox, type Sandbox, useSandbox } from "./sandbox";

export interface DemoUser {
  name: string;
  email: string;
  password: string;
}

// A page carries it only when a demo has come into view.
const Inspector = dynamic(() => import("./Inspector").then((module) => module.Inspector), { ssr: false });

interface LiveDemoProps {
  name: string;
  title: string;
  browsers: readonly { name: BrowserName; path: string; label?: string }[];
  height: number;
  users: readonly DemoUser[];
}

/** Stands still until it comes near the viewport. Then the sandbox is made, and then the frames load. */
export function LiveDemo({ name, title, browsers, height, users }: LiveDemoProps) {
  const figure = useRef<HTMLElement>(null);
  const [isNear, setNear] = useState(false);
  const sandbox = useSandbox();
  const { calls, record, clear, isPaused, setPaused } = useCalls();

  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        setNear(true);
        void enterSandbox();
      },
      { rootMargin: "300px" },
    );
    if (figure.current) observer.observe(figure.current);
    return () => observer.disconnect();
  }, []);

  return (
    <figure ref={figure} className="demo" aria-label={`Live demo: ${title}`}>
      <div className="demo-browsers" data-count={browsers.length}>
        {browsers.map((browser) => (
          <BrowserFrame
            key={browser.name}
            {...browser}
            recordCall={(browser, report) => {
              record(browser, report);
              publish(browser, report);
            }}
            title={title}
            isAlone={browsers.length === 1}
            height={height}
            users={users}
            // Another demo of the page may have asked for it already.
            sandbox={isNear ? sandbox : { status: "none" }}
          />
        ))}
      </div>
      <div className="inspector">
        {isNear && sandbox.status === "ready" && (
          <Inspector
            demo={name}
            sandbox={sandbox.count}
            calls={calls}
            isAlone={browsers.length === 1}
            clear={clear}
            isPaused={isPaused}
            setPaused={setPaused}
          />
        )}
      </div>
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
  switch (sandbox.status) {
    case "none":
      return "";
    case "making":
      return sandbox.isReset ? "Resetting…" : "Preparing your database…";
    case "failed":
      return "No database.";
    case "ready": {
      const answers = sandbox.model === "demo" ? "Demo model: it quotes this guide." : "Model: OpenAI.";
      return sandbox.count > 1 ? `Fresh database. ${answers}` : answers;
    }
  }
}
