import type { Loss, RequestReport } from "~/lib/demo/messages";

/**
 * Runs in a demo page before everything else. The page contains its source text, so it imports nothing but types.
 *
 * The example's client requests `/api/…`, as in a reader's own app. Here those addresses are below `prefix`. When the
 * sandbox has ended it makes another, so a page that was left open overnight still works, signed out. It also applies
 * the site's theme, which is in the storage that both share.
 */
export function fetchShim(prefix: string, sessionUrl: string) {
  // zod, in the AI SDK, tests whether it may compile its schemas. The site's policy would report that as an attack. zod
  // reads this setting when it loads (zod/v4/core/core.js), and then does not test.
  Object.assign(window, { __zod_globalConfig: { jitless: true } });

  const plainFetch = window.fetch;
  let requests = 0;

  window.fetch = async (input, init) => {
    if (input instanceof Request) return plainFetch(input, init);
    const url = new URL(input, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith("/api/")) return plainFetch(input, init);

    const id = `${performance.timeOrigin}-${requests++}`;
    tell({
      type: "demo-request",
      id,
      phase: "start",
      method: init?.method ?? "GET",
      path: url.pathname + url.search,
    });
    url.pathname = prefix + url.pathname;
    const start = performance.now();
    try {
      const response = await send(url, init);
      const ms = performance.now() - start;
      const isStreaming = response.body !== null && !response.headers.get("content-type")?.includes("json");
      const trace = response.headers.get("x-demo-trace");
      tell({ type: "demo-request", id, phase: "answer", status: response.status, ms, trace, isStreaming });
      if (isStreaming) untilEnd(response.clone(), id);
      return response;
    } catch (error) {
      tell({ type: "demo-request", id, phase: "failed" });
      throw error;
    }
  };

  async function send(url: URL, init: RequestInit | undefined) {
    const response = await plainFetch(url, init);
    if (response.status !== 428) return response;

    // Frames take turns, so that two of them do not make two sandboxes.
    const made = await navigator.locks.request("sandbox", () => plainFetch(sessionUrl, { method: "POST" }));
    if (!made.ok) return made;
    tell({ type: "demo-sandbox-lost" });
    return plainFetch(url, init);
  }

  async function untilEnd(copy: Response, id: string) {
    // It also ends when the reader stops it.
    const text = await copy.text().catch(() => "");
    const trace = /^: x-demo-trace (\S+)$/m.exec(text)?.[1] ?? null;
    tell({ type: "demo-request", id, phase: "end", trace });
  }

  /** Tells the page around the frame of a request, which its inspector shows, or of the loss of the sandbox. */
  function tell(report: RequestReport | Loss) {
    if (parent !== window) parent.postMessage(report, location.origin);
  }

  function followTheme() {
    const theme = localStorage.getItem("theme");
    const root = document.documentElement;
    if (theme === "light" || theme === "dark") root.style.colorScheme = theme;
    else root.style.removeProperty("color-scheme");
  }
  followTheme();
  addEventListener("storage", ({ key }) => key === "theme" && followTheme());
}
