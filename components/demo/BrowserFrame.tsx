import { useState } from "react";
import type { RequestReport } from "~/lib/demo/messages";
import type { DemoUser } from "~/lib/demo/users";
import { demoPath, type ShownBrowser } from "~/lib/sandbox/protocol/addresses";
import type { Sandbox } from "../sandbox/sandbox";
import { browserTitle } from "./BrowserSwitch";
import { FrameError } from "./FrameError";
import { FramePlaceholder } from "./FramePlaceholder";
import { QuickSignIn } from "./QuickSignIn";
import { useFrame } from "./use-frame";

interface BrowserFrameProps {
  title: string;
  name: ShownBrowser;
  label?: string;
  path: string;
  /** No other browser stands beside it. */
  isAlone: boolean;
  /** Where there is room for one of two: this is the one. */
  isChosen: boolean;
  height: number;
  users: readonly DemoUser[];
  sandbox: Sandbox;
  onRequest: (report: RequestReport) => void;
}

/** A small browser round a page of the demo app: address line, reload, a way to a tab of its own, and who uses it. */
export function BrowserFrame({
  title,
  name,
  label,
  path,
  isAlone,
  isChosen,
  height,
  users,
  sandbox,
  onRequest,
}: BrowserFrameProps) {
  const { frame, address, user, isMissing, send, reload, retry } = useFrame(demoPath(name), path, onRequest);
  // Sandbox the loaded page belongs to.
  const [loaded, setLoaded] = useState(0);

  const browser = isAlone ? "Browser" : browserTitle(name);
  const key = sandbox.status === "ready" ? sandbox.count : 0;
  const isLoaded = key > 0 && loaded === key && !isMissing;
  // The app's `/` has no slash below a path.
  const url = demoPath(name, path.replace(/^\/(?=\?|$)/, ""));

  return (
    <section
      className="browser"
      data-chosen={isChosen}
      aria-label={[browser, label, title].filter(Boolean).join(", ")}
    >
      {label && <p className="browser-label">{label}</p>}
      <header className="browser-bar">
        <span className="browser-name">{browser}</span>
        <span className="browser-address">
          <span className="host">localhost:3000</span>
          {address}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={`Reload ${browser.toLowerCase()}`}
          title="Reload"
          disabled={!isLoaded}
          onClick={reload}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.5V6H9.5" />
          </svg>
        </button>
        <a className="icon-button" href={url} target="_blank" rel="noopener" title="Open in a new tab">
          <span className="sr-only">Open {browser.toLowerCase()} in a new tab</span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5" />
          </svg>
        </a>
      </header>
      <QuickSignIn browser={browser} users={users} user={user} isReady={isLoaded} send={send} />
      <div className="browser-page" style={{ height }}>
        {key > 0 && (
          <iframe
            key={key}
            ref={frame}
            src={url}
            title={`${title}, ${browser.toLowerCase()}`}
            // It needs the site's origin, or its cookies and its `Origin` header would be nobody's. What is left out:
            // leading this page elsewhere, downloads, dialogs that block it.
            sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
            onLoad={() => setLoaded(key)}
            // What is typed into a page before it has woken up would be lost.
            inert={user === undefined}
          />
        )}
        {isMissing ? (
          <FrameError title="The demo’s page did not come." onRetry={retry}>
            Check your connection.
          </FrameError>
        ) : (
          !isLoaded && <FramePlaceholder sandbox={sandbox} />
        )}
      </div>
    </section>
  );
}
