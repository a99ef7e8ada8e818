import type { RequestReport } from "~/lib/demo/messages";

/**
 * Runs in a demo page before everything else. Its text is written into the page, so it uses nothing from outside but types.
 *
 * The example's client asks for `/api/…`, as it does at home; here those addresses are below `prefix`. A sandbox that
 * has ended is asked for anew, so that a page which was left open overnight still works, signed out. And the page
 * follows the theme of the site, which lies in the storage that both share.
 */
export function fetchShim(prefix: string, sessionUrl: string) {
  // zod, in the AI SDK, tries whether it may compile its schemas, and the site's policy would report that as an attack.
  // This is how zod reads the answer (zod/v4/core/core.js): from here, before it is loaded.
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
    await navigator.locks.request("sandbox", () => plainFetch(sessionUrl, { method: "POST" }));
    return plainFetch(url, init);
  }

  async function untilEnd(copy: Response, id: string) {
    // A reader who stops ends it, too.
    await copy.text().catch(() => {});
    tell({ type: "demo-request", id, phase: "end" });
  }

  /** The page around the frame shows what the app asks for. */
  function tell(report: RequestReport) {
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
