import { CookieJar } from "tough-cookie";
import { enterSandbox } from "../api/session";
import { mount } from "../mount/mount";
import { demoPath, demoRoot, sessionUrl } from "../protocol/addresses";
import { seedPassword } from "../protocol/seed-users";
import { withinNext } from "./next-request";

const siteUrl = "http://localhost:3000";
const json = { "content-type": "application/json" };

/** A visitor of the demos, whose requests go to the sandbox's endpoints and to the mount without a server. */
export class Visitor {
  readonly #cookies = new CookieJar();

  /** One who comes back with this token, or else a new one. */
  constructor(token?: string) {
    if (token) this.#cookies.setCookieSync(`sandbox=${token}; Path=${demoRoot}`, siteUrl + demoRoot);
  }

  async start(address = "192.0.2.1") {
    const url = siteUrl + sessionUrl;
    const cookie = this.#cookies.getCookieStringSync(url);
    const headers = { cookie, host: "localhost:3000", "x-forwarded-for": address };
    const response = await enterSandbox(new Request(url, { method: "POST", headers }));
    this.#keepCookies(url, response);
    return response;
  }

  async call(
    browser: string,
    path: string,
    method = "GET",
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const url = siteUrl + demoPath(browser, `/api/${path}`);
    const cookie = this.#cookies.getCookieStringSync(url);
    const request = new Request(url, {
      method,
      headers: { cookie, host: "localhost:3000", origin: siteUrl, ...json, ...headers },
      body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
    });
    const [pathname = ""] = path.split("?");
    const params = Promise.resolve({ browser, path: pathname.split("/") });
    const response = await withinNext(request, (request) => mount(request, { params }));
    this.#keepCookies(url, response);
    return response;
  }

  signIn(browser: string, email: string) {
    return this.call(browser, "auth/sign-in/email", "POST", { email, password: seedPassword });
  }

  /** The values of the cookies that a browser holds. */
  cookieValues(browser: string) {
    return this.#cookies.getCookiesSync(siteUrl + demoPath(browser)).map(({ value }) => value);
  }

  /** The file of the sandbox is named after this. Empty for a visitor who has none. */
  get token() {
    const cookies = this.#cookies.getCookiesSync(siteUrl + demoRoot);
    return cookies.find(({ key }) => key === "sandbox")?.value ?? "";
  }

  #keepCookies(url: string, response: Response) {
    for (const cookie of response.headers.getSetCookie()) this.#cookies.setCookieSync(cookie, url);
  }
}
