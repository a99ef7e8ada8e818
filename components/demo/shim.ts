/**
 * Runs in a demo page before everything else. Its text is written into the page, so it uses nothing from outside.
 *
 * The example's client asks for `/api/…`, as it does at home; here those addresses are below `prefix`. A sandbox that
 * has ended is asked for anew, so that a page which was left open overnight still works, signed out. And the page
 * follows the theme of the site, which lies in the storage that both share.
 */
export function shim(prefix: string) {
  const plainFetch = window.fetch;

  window.fetch = async (input, init) => {
    if (input instanceof Request) return plainFetch(input, init);
    const url = new URL(input, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith("/api/")) return plainFetch(input, init);

    url.pathname = prefix + url.pathname;
    const response = await plainFetch(url, init);
    if (response.status !== 428) return response;

    // Frames take turns, so that two of them do not make two sandboxes.
    await navigator.locks.request("sandbox", () => plainFetch("/demo/session", { method: "POST" }));
    return plainFetch(url, init);
  };

  function followTheme() {
    const theme = localStorage.getItem("theme");
    const root = document.documentElement;
    if (theme === "light" || theme === "dark") root.style.colorScheme = theme;
    else root.style.removeProperty("color-scheme");
  }
  followTheme();
  addEventListener("storage", ({ key }) => key === "theme" && followTheme());
}
