import type { CheckEnvironment } from "~/lib/checks/page/demo-app";
import { fetchInSandbox } from "../sandbox/sandbox";

/** What the checks are made with in a browser: its own fetch, which sends and keeps cookies, and a script's reach for them. */
export const environment: CheckEnvironment = {
  fetch: fetchInSandbox,

  setCookie({ name, path, value }) {
    const secure = this.origin.startsWith("https:") ? "; Secure" : "";
    const age = value === undefined ? "; Max-Age=0" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: what a script can do with it is the question
    document.cookie = `${name}=${value ?? ""}; Path=${path}${age}; SameSite=Lax${secure}`;
  },

  get origin() {
    return location.origin;
  },
};
