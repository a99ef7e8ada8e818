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

  header(pathname: string) {
    const sent = [...this.cookies.values()].filter(
      ({ path }) => path === "/" || pathname === path || pathname.startsWith(`${path}/`),
    );
    return sent.map(({ name, value }) => `${name}=${value}`).join("; ");
  }
}

type Call = Omit<RequestInit, "body" | "headers"> & {
  /** Sent as JSON, unless it is text already. */
  body?: unknown;
  /** One that is undefined is not sent. */
  headers?: Record<string, string | undefined>;
};

const password = "a-long-enough-password";

/** One person's browser, in front of an app that lives at `origin`, under `prefix`. */
export class Visitor {
  private readonly jar = new Jar();
  // better-auth counts sign-ups by address. Behind a proxy this is where it finds one, so everybody has their own.
  private readonly address = `10.${byte()}.${byte()}.${byte()}`;

  constructor(
    readonly origin: string,
    readonly prefix = "",
  ) {}

  async call(method: string, path: string, { body, headers, ...init }: Call = {}) {
    const url = new URL(this.prefix + path, this.origin);
    const sent: Record<string, string | undefined> = {
      Cookie: this.jar.header(url.pathname) || undefined,
      Origin: method === "GET" ? undefined : this.origin,
      "Content-Type": body === undefined ? undefined : "application/json",
      "X-Forwarded-For": this.address,
      ...headers,
    };
    const response = await fetch(url, {
      ...init,
      method,
      headers: Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
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

const byte = () => Math.floor(Math.random() * 254) + 1;
