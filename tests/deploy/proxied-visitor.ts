import { demoPath, sessionUrl } from "../../lib/sandbox/protocol/addresses";

/** The address under which browsers know the site. It resolves to nothing, so requests go to the proxy's own. */
export const siteUrl = "https://guide.example.com";

const headerBytes = ({ headers }: Response) =>
  [...headers].reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    "HTTP/1.1 200 OK\r\n\r\n".length,
  );

/** A browser at `siteUrl`, whose requests reach a proxy, or come from one. */
export class ProxiedVisitor {
  /** Of the largest headers so far. */
  largest = 0;
  readonly setCookies: string[] = [];
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly proxy: string,
    private readonly added: Record<string, string> = {},
  ) {}

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(this.proxy + path, {
      method,
      headers: {
        Origin: siteUrl,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...this.added,
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: "manual",
    });
    this.largest = Math.max(this.largest, headerBytes(response));
    for (const cookie of response.headers.getSetCookie()) {
      this.setCookies.push(cookie);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  api = (method: string, path: string, body?: unknown) =>
    this.call(method, demoPath("a", `/api/${path}`), body);

  enterSandbox = () => this.call("POST", sessionUrl);

  signUp = () =>
    this.api("POST", "auth/sign-up/email", {
      name: "Zoë",
      email: `${crypto.randomUUID()}@example.com`,
      password: "a-long-enough-password",
    });

  /** A thread with this many messages. Its id, and theirs. */
  async fillThread(count: number, text = "Hello") {
    const created = await this.api("POST", "threads", { localId: crypto.randomUUID() });
    const { id } = (await created.json()) as { id: string };
    const ids = Array.from({ length: count }, (_, at) => `message-${at}`);
    const statuses = [];
    for (const [at, messageId] of ids.entries()) {
      const content = { role: "user", parts: [{ type: "text", text }] };
      const message = { id: messageId, parent_id: ids[at - 1] ?? null, format: "ai-sdk/v6", content };
      statuses.push((await this.api("POST", `threads/${id}/messages`, message)).status);
    }
    return { id, ids, statuses };
  }
}
