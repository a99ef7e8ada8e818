import { expect, test } from "vitest";
import { checksThat } from "../support/verifier";
import { verifyOtherApp } from "../support/verify-other-app";

const html = { "Content-Type": "text/html" };

test("an app of another shape is understood, and what it does not have is skipped and not passed", async () => {
  const { code, report, skipped, stderr, app } = await verifyOtherApp();
  expect(report.checks.flatMap(({ faults }) => faults)).toEqual([]);
  expect(report.checks.flatMap(({ shoulds }) => shoulds)).toEqual([]);
  expect(checksThat("skipped", report)).toEqual([
    "chat",
    "pages",
    "message-overwrite",
    "order",
    "repeat",
    "given-name",
    "kept-answer",
    "tools",
    "session",
  ]);
  expect(checksThat("holds", report)).toContain("ownership");
  expect(skipped("chat")).toContain("your app has no POST /api/chat (404)");
  expect(stderr).toContain("chat was not checked, so not passed: your app has no POST /api/chat (404)");
  expect(stderr).toContain("12 hold, 0 fail, 9 not checked");
  expect(code).toBe(0);
  expect(app.threads()).toBe(0);
});

test("a redirect to a page is no refusal", async () => {
  const { code, faults } = await verifyOtherApp(({ route, user }) =>
    !user && /chat|threads/.test(route)
      ? { status: 307, headers: { Location: "/sign-in?from=secret" } }
      : undefined,
  );
  expect(faults("gate-chat")).toContain(
    "POST /api/chat without a cookie: 307, a redirect to /sign-in, not 401.",
  );
  expect(faults("gate-threads")).toContain("refuse in the route itself");
  expect(code).toBe(1);
});

test("a page of HTML is named as what it is", async () => {
  const { faults } = await verifyOtherApp(({ route, user }) =>
    !user && route === "GET /api/threads"
      ? { status: 200, headers: html, body: "<h1>Sign in</h1>" }
      : undefined,
  );
  expect(faults("gate-threads")).toContain(
    "GET /api/threads without a cookie: 200, a page of HTML, not 401.",
  );
});

test("a cookie that scripts can read, or other sites send, fails", async () => {
  const { faults } = await verifyOtherApp(({ route }) =>
    route === "POST /api/auth/sign-up/email"
      ? { status: 200, headers: { "Set-Cookie": `session=${crypto.randomUUID()}; SameSite=None` } }
      : route === "GET /api/auth/get-session"
        ? { status: 200, body: { user: { id: crypto.randomUUID() } } }
        : undefined,
  );
  expect(faults("cookie")).toMatch(
    /The cookie session is not HttpOnly.*The cookie session has SameSite=None/,
  );
});

const uiStream = { "Content-Type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" };

test.each([
  [
    "an error in the stream",
    { headers: uiStream, body: 'data: {"type":"error","errorText":"No credit"}' },
    "No credit",
  ],
  [
    "a stream without a word",
    { headers: uiStream, body: 'data: {"type":"start"}\n\n' },
    "ended without a word",
  ],
  ["JSON", { body: { text: "Hello" } }, "not a stream (application/json)"],
])("%s is no answer of the chat", async (_, reply, fault) => {
  const { report, faults } = await verifyOtherApp(({ route, user }) =>
    user && route === "POST /api/chat" ? { status: 200, ...reply } : undefined,
  );
  expect(faults("chat")).toContain(fault);
  expect(checksThat("fails", report)).toContain("chat");
});

test("a plain stream of text is one", async () => {
  const { report } = await verifyOtherApp(({ route, user }) =>
    user && route === "POST /api/chat"
      ? { status: 200, headers: { "Content-Type": "text/plain" }, body: "Hello" }
      : undefined,
  );
  expect(checksThat("holds", report)).toContain("chat");
});

test("messages that are kept by their id alone can be overwritten, and fail", async () => {
  const messages = new Map<string, { thread: string; body: unknown }>();
  const { faults } = await verifyOtherApp(({ route, user, id, body }) => {
    if (!user?.threads.has(id)) return undefined;
    if (route === "POST /api/threads/{id}/messages") {
      const key = String(body?.id);
      messages.set(key, { thread: messages.get(key)?.thread ?? id, body });
      return { status: 201 };
    }
    const own = [...messages.values()].filter(({ thread }) => thread === id);
    return route === "GET /api/threads/{id}/messages" ? { status: 200, body: own } : undefined;
  });
  expect(faults("message-overwrite")).toBe(
    "POST /api/threads/{id}/messages as user B, with the other user's message id: 201. User B’s message with the id of user A’s changed that message. GET /api/threads/{id}/messages as user A: 200. For user A it has changed.",
  );
});

test("a rate limit is waited for", async () => {
  let limited = true;
  const { code, stderr } = await verifyOtherApp(({ route }) => {
    if (!limited || !route.includes("sign-up")) return undefined;
    limited = false;
    return { status: 429, headers: { "X-Retry-After": "1" } };
  });
  expect(stderr).toContain("429. Waiting 1 s for the rate limit.");
  expect(code).toBe(0);
});

test("204 for another user's thread fails, although nothing was deleted", async () => {
  const { faults } = await verifyOtherApp(({ route, user }) =>
    user && route === "DELETE /api/threads/{id}" ? { status: 204 } : undefined,
  );
  expect(faults("ownership")).toBe(
    "DELETE /api/threads/{id} as user B: 204, not 403 or 404. User B could delete it, by its id alone.",
  );
});

test("a session that outlives the sign-out fails", async () => {
  const { report } = await verifyOtherApp(({ route, headers }) =>
    route === "POST /api/auth/sign-out" && headers.origin === `http://${headers.host}`
      ? { status: 200, body: { success: true } }
      : undefined,
  );
  expect(checksThat("fails", report)).toEqual(["gate-threads", "sign-out"]);
});

test("a write from a foreign origin that is taken fails, and its thread is deleted", async () => {
  const { report, app } = await verifyOtherApp((call) => {
    call.headers.origin = "";
    return undefined;
  });
  expect(checksThat("fails", report)).toEqual(["origin"]);
  expect(app.threads()).toBe(0);
});

test("a refusal that comes after the write fails", async () => {
  const { report, faults } = await verifyOtherApp(({ route, headers, user, id }) => {
    if (headers.origin !== "https://evil.example" || route !== "DELETE /api/threads/{id}") return undefined;
    user?.threads.delete(id);
    return { status: 403 };
  });
  expect(checksThat("fails", report)).toEqual(["origin"]);
  expect(faults("origin")).toBe("GET /api/threads as user A: 200. For user A it has changed.");
});

test("where no thread can be made, that is no fault of the gates", async () => {
  const { report } = await verifyOtherApp(({ route, user }) =>
    user && route === "POST /api/threads" ? { status: 500 } : undefined,
  );
  expect(checksThat("holds", report)).toEqual([
    "handler",
    "cookie",
    "gate-chat",
    "gate-threads",
    "sign-out",
    "guesses",
  ]);
  expect(checksThat("skipped", report)).toEqual([
    "chat",
    "origin",
    "input",
    "kept-answer",
    "tools",
    "session",
  ]);
});

test("nothing that an app says makes it print a cookie or a password", async () => {
  const token = crypto.randomUUID();
  const cookies = [
    "--cookie-a",
    `session_token=${token}.signature-of-it`,
    "--cookie-b",
    "session_token=another-one",
  ];
  const { code, stdout, stderr } = await verifyOtherApp(
    ({ route, headers }) =>
      route.includes("get-session") && headers.cookie?.includes(token)
        ? { status: 302, headers: { Location: `/sign-in/${token}` } }
        : undefined,
    cookies,
  );
  expect(code).toBe(2);
  expect(stderr).toContain("a redirect to /sign-in/…");
  expect(stdout + stderr).not.toContain(token);
});
