import { CookieJar } from "tough-cookie";
import { demoRoot, sessionUrl } from "../../lib/sandbox/protocol/addresses.ts";

type Call = Omit<RequestInit, "body" | "headers"> & {
  /** Sent as JSON, unless it is text or a stream already. */
  body?: unknown;
  /** One that is undefined is not sent. */
  headers?: Record<string, string | undefined>;
};

const password = "a-long-enough-password";

/** One person's browser, in front of an app that lives at `origin`, under `prefix`. */
export class Visitor {
  readonly origin: string;
  readonly prefix: string;
  private readonly jar = new CookieJar();
  // better-auth counts sign-ups by address. Behind a proxy this is where it finds one, so everybody has their own.
  private readonly address = `10.${byte()}.${byte()}.${byte()}`;

  constructor(origin: string, prefix = "") {
    this.origin = origin;
    this.prefix = prefix;
  }

  /** Makes a sandbox of the site's, which the requests under `/demo` then belong to. */
  async enterSandbox() {
    const url = new URL(sessionUrl, this.origin);
    const response = await fetch(url, { method: "POST", headers: { Origin: this.origin } });
    this.keepCookies(url, response);
    if (!response.ok) throw new Error(`POST ${sessionUrl} answered ${response.status}`);
  }

  /** Another browser, signed out, in front of the same database. */
  beside(prefix = this.prefix) {
    const other = new Visitor(this.origin, prefix);
    const demos = this.origin + demoRoot;
    // The sandbox's cookie, and not the session's of an app that is served alone.
    const shared = this.jar.getCookiesSync(demos).filter(({ path }) => path === demoRoot);
    for (const cookie of shared) other.jar.setCookieSync(cookie, demos);
    return other;
  }

  /** The Cookie header of a request to this path of the app. */
  cookies(path: string) {
    return this.jar.getCookieStringSync(this.origin + this.prefix + path);
  }

  async call(method: string, path: string, { body, headers, ...init }: Call = {}) {
    const url = new URL(this.prefix + path, this.origin);
    const sent: Record<string, string | undefined> = {
      Cookie: this.cookies(path) || undefined,
      Origin: method === "GET" ? undefined : this.origin,
      "Content-Type": body === undefined ? undefined : "application/json",
      "X-Forwarded-For": this.address,
      ...headers,
    };
    const response = await fetch(url, {
      ...init,
      method,
      headers: Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ...(body !== undefined && (isRaw(body) ? { body, duplex: "half" } : { body: JSON.stringify(body) })),
    });
    this.keepCookies(url, response);
    return response;
  }

  private keepCookies({ href }: URL, response: Response) {
    for (const cookie of response.headers.getSetCookie()) this.jar.setCookieSync(cookie, href);
  }

  /** A JSON answer that must be a good one. */
  async json<T>(method: string, path: string, call?: Call): Promise<T> {
    const response = await this.call(method, path, call);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  async signUp(name: string) {
    const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
    const body = { name, email, password };
    const { user } = await this.json<{ user: { id: string } }>("POST", "/api/auth/sign-up/email", { body });
    return { id: user.id, email, password };
  }
}

const isRaw = (body: unknown): body is string | ReadableStream =>
  typeof body === "string" || body instanceof ReadableStream;

const byte = () => Math.floor(Math.random() * 254) + 1;
