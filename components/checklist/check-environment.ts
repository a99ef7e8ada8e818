import type { Surroundings } from "~/lib/checklist/client";

/** What the checks are made with in a browser: its own fetch, which sends and keeps cookies, and a script's reach for them. */
export const surroundings: Surroundings = {
  async fetch(url, init) {
    const response = await fetch(url, init);
    if (response.status !== 428) return response;

    // The sandbox has ended. Whoever else notices takes turns, so that two do not make two.
    const made = await navigator.locks.request("sandbox", () => fetch("/demo/session", { method: "POST" }));
    return made.ok ? fetch(url, init) : made;
  },

  overwrite({ name, path }) {
    const secure = this.isHttps ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: whether a script can do this is the question
    document.cookie = `${name}=overwritten; Path=${path}; SameSite=Lax${secure}`;
  },

  get isHttps() {
    return location.protocol === "https:";
  },
};
