import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { demoPath } from "../../lib/sandbox/protocol/addresses";
import { question } from "../api/chat-body";
import { startSite } from "../support/site";
import { Visitor } from "../support/visitor";

const token = "a-token-of-the-operator";
let site: Awaited<ReturnType<typeof startSite>>;

beforeAll(async () => {
  site = await startSite({ METRICS_TOKEN: token, LOG: "json", TRUST_PROXY: "1", CHATS_PER_MINUTE: "1" }, [
    process.execPath,
    "server/start.ts",
  ]);
});

afterAll(async () => {
  await site?.stop();
});

const password = "a-password-that-nobody-logs";
const address = "203.0.113.77";

/** A visitor who has chatted, once more than allowed. */
async function visit() {
  const visitor = new Visitor(site.url, demoPath("a"));
  await visitor.enterSandbox();
  const body = { name: "Alice", email: "secret@example.com", password };
  await visitor.call("POST", "/api/auth/sign-up/email", { body, headers: { "X-Forwarded-For": address } });
  for (let chat = 0; chat < 2; chat++) {
    await (await visitor.call("POST", "/api/chat", { body: { message: question("Hello") } })).text();
  }
  return visitor;
}

interface Line {
  id: string;
  path?: string;
  route: string;
  status: number;
}

/** Standard output has nothing else. */
const logged = () => site.lines().map((line) => JSON.parse(line) as Line);

test("it is alive, and ready: a sandbox can be made and read", async () => {
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${site.url}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([200, "ready"]);
});

test("the metrics say what was asked, made and refused, to whoever brings the token", async () => {
  await visit();
  expect((await fetch(`${site.url}/metrics`)).status).toBe(401);
  expect((await fetch(`${site.url}/metrics`, { headers: { Authorization: "Bearer wrong" } })).status).toBe(
    401,
  );

  const answer = await fetch(`${site.url}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const text = await answer.text();
  for (const line of [
    /^guide_http_request_duration_seconds_count\{method="POST",route="\/demo\/\[browser\]\/api\/chat",status="429"\} 1$/m,
    /^guide_sandbox_events_total\{event="made"\} \d+$/m,
    /^guide_sandboxes \d+$/m,
    /^guide_open_databases [1-9]\d*$/m,
    /^guide_refusals_total\{code="TOO_MANY_CHATS"\} 1$/m,
    /^guide_model_calls_total\{route="chat"\} 1$/m,
    /^nodejs_eventloop_lag_p99_seconds /m,
    /^process_resident_memory_bytes /m,
  ]) {
    expect(text).toMatch(line);
  }
});

test("each request is a line of JSON, which holds neither an address nor a secret", async () => {
  const visitor = await visit();
  await visitor.call("GET", `/api/auth/reset-password/secret-in-the-path?token=secret-in-the-query`);
  const last = await fetch(`${site.url}/docs/setup?secret=1`);
  await last.text();
  const id = last.headers.get("x-request-id");
  await site.printed(`"id":"${id}"`);

  expect(logged().find((line) => line.id === id)).toMatchObject({
    path: "/docs/setup",
    route: "/docs/[page]",
    status: 200,
  });
  const all = site.output();
  const secrets = [
    password,
    address,
    "127.0.0.1",
    "::1",
    "secret",
    ...visitor
      .cookies("/api")
      .split(/[=;] ?/)
      .filter((part) => part.length > 20),
  ];
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});

test("an error names its request as the log does, also where a proxy has named it", async () => {
  const headers = { "X-Request-Id": "0123456789abcdef" };
  const answer = await fetch(site.url + demoPath("a", "/api/threads"), { headers });
  expect(answer.status).toBe(428);
  expect(answer.headers.get("x-request-id")).toBe("0123456789abcdef");
  expect(await answer.json()).toMatchObject({ code: "SANDBOX_REQUIRED", requestId: "0123456789abcdef" });
  await site.printed('"id":"0123456789abcdef"');
});

test("a site whose operator has asked for nothing has no metrics, no ids and no log", async () => {
  const plain = inject("addresses").site;
  expect((await fetch(`${plain}/metrics`)).status).toBe(404);
  const answer = await fetch(plain + demoPath("a", "/api/threads"), {
    headers: { "X-Request-Id": "0123456789abcdef" },
  });
  expect(answer.headers.has("x-request-id")).toBe(false);
  expect(await answer.json()).not.toHaveProperty("requestId");
  expect((await fetch(`${plain}/readyz`)).status).toBe(200);
});
