/** A browser's cookies: which one goes out is decided by its path, as in a real one. */
class Jar {
  private readonly cookies = new Map<string, { name: string; value: string; path: string }>();

  keep(setCookie: string) {
    const [pair = "", ...attributes] = setCookie.split(/;\s*/);
    const [name = "", ...value] = pair.split("=");
    const attribute = (key: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute("path") ?? "/";
    const key = `${path} ${name}`;
    if (attribute("max-age") === "0") this.cookies.delete(key);
    else this.cookies.set(key, { name, value: value.join("="), path });
  }

  /** The cookies of one path, for a browser that shares them with this one. */
  copy(path: string) {
    const jar = new Jar();
    for (const [key, cookie] of this.cookies) if (cookie.path === path) jar.cookies.set(key, cookie);
    return jar;
  }

  header(path: string) {
    const pathname = path.split("?", 1)[0] ?? "";
    const sent = [...this.cookies.values()].filter(
      ({ path }) => path === "/" || pathname === path || pathname.startsWith(`${path}/`),
    );
    return sent.map(({ name, value }) => `${name}=${value}`).join("; ");
  }
}

type Call = Omit<RequestInit, "body" | "headers"> & {
  /** Sent as JSON, unless it is text or a stream already. */
  body?: unknown;
  /** One that is undefined is not sent. */
  headers?: Record<string, string | undefined>;
};

const password = "a-long-enough-password";

/** One person's browser, in front of an app that lives at `origin`, under `prefix`. */
export class Visitor {
  private jar = new Jar();
  // better-auth counts sign-ups by address. Behind a proxy this is where it finds one, so everybody has their own.
  private readonly address = `10.${byte()}.${byte()}.${byte()}`;

  constructor(
    readonly origin: string,
    readonly prefix = "",
  ) {}

  /** Makes a sandbox of the site's, which the requests under `/demo` then belong to. */
  async enterSandbox() {
    const url = new URL("/demo/session", this.origin);
    const response = await fetch(url, { method: "POST", headers: { Origin: this.origin } });
    for (const cookie of response.headers.getSetCookie()) this.jar.keep(cookie);
    if (!response.ok) throw new Error(`POST /demo/session answered ${response.status}`);
  }

  /** Another browser, signed out, in front of the same database. */
  beside(prefix = this.prefix) {
    const other = new Visitor(this.origin, prefix);
    other.jar = this.jar.copy("/demo");
    return other;
  }

  /** The Cookie header of a request to this path of the app. */
  cookies(path: string) {
    return this.jar.header(this.prefix + path);
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
    for (const cookie of response.headers.getSetCookie()) this.jar.keep(cookie);
    return response;
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
