import { enterSandbox } from "../api/session";
import { mount } from "../mount/mount";
import { seedPassword } from "../protocol/seed-users";
import { withinNext } from "./next-request";

const siteUrl = "http://localhost:3000";
const json = { "content-type": "application/json" };

/** A visitor's browsers, each with a cookie jar of its own, in front of the mount. */
export class Visitor {
  readonly #jars = new Map<string, Map<string, string>>([
    ["a", new Map()],
    ["b", new Map()],
  ]);
  #sandbox = "";

  async start() {
    const headers = { cookie: this.#sandbox, host: "localhost:3000" };
    const response = await enterSandbox(new Request(`${siteUrl}/demo/session`, { method: "POST", headers }));
    this.#sandbox = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    return response;
  }

  async call(
    browser: string,
    path: string,
    method = "GET",
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const jar = this.#jars.get(browser) ?? new Map<string, string>();
    const cookies = [this.#sandbox, ...[...jar].map(([name, value]) => `${name}=${value}`)];
    const request = new Request(`${siteUrl}/demo/${browser}/api/${path}`, {
      method,
      headers: { cookie: cookies.join("; "), host: "localhost:3000", origin: siteUrl, ...json, ...headers },
      body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
    });
    const [pathname = ""] = path.split("?");
    const params = Promise.resolve({ browser, path: pathname.split("/") });
    const response = await withinNext(request, (request) => mount(request, { params }));
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return response;
  }

  signIn(browser: string, email: string) {
    return this.call(browser, "auth/sign-in/email", "POST", { email, password: seedPassword });
  }

  /** The values of the cookies that a browser holds. */
  cookieValues(browser: string) {
    return [this.token, ...(this.#jars.get(browser)?.values() ?? [])];
  }

  /** The file of the sandbox is named after this. */
  get token() {
    return this.#sandbox.slice("sandbox=".length);
  }
}
