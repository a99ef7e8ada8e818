import { beforeAll, describe, expect, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question, row } from "./chat-body";
import { type Endpoint, endpoints } from "./endpoints";

/** The id of no thread. */
const missing = "11111111-2222-4333-8444-555555555555";

const writes = endpoints.filter(({ method }) => method !== "GET");
const withBody = writes.filter((endpoint) => endpoint.body);
const ofThread = endpoints.filter(({ path, body }) => path("1") !== path("2") || body?.("1").id === "1");
const title = ({ method, path }: Endpoint) => `${method} ${path(":id")}`;

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let other: Visitor;
  let stranger: Visitor;
  let thread: string;
  let before: unknown;

  /** All that the two users can see. */
  const everything = async () => ({
    threads: await owner.json("GET", "/api/threads"),
    messages: await owner.json("GET", `/api/threads/${thread}/messages`),
    others: await other.json("GET", "/api/threads"),
  });

  const send = (visitor: Visitor, { method, path, body }: Endpoint, id = thread) =>
    visitor.call(method, path(id), { body: body?.(id) });

  beforeAll(async () => {
    ({ owner, other } = await people(app, "owner", "other"));
    stranger = owner.beside();
    const created = await owner.json<{ id: string }>("POST", "/api/threads", { body: { localId: "first" } });
    thread = created.id;
    await owner.json("POST", `/api/threads/${thread}/messages`, { body: row("Keep me", { id: "kept" }) });
    before = await everything();
  });

  describe.each(endpoints.map((endpoint) => [title(endpoint), endpoint] as const))("%s", (_, endpoint) => {
    test("refuses who is signed out, before it looks at anything else", async () => {
      const requests = [
        send(stranger, endpoint),
        send(stranger, endpoint, missing),
        ...(endpoint.method === "GET"
          ? []
          : [
              stranger.call(endpoint.method, endpoint.path(thread), {
                body: "{",
                headers: { Origin: "https://evil.example" },
              }),
            ]),
      ];
      for (const response of await Promise.all(requests)) {
        expect(response.status).toBe(401);
        expect(await response.text()).toBe(endpoint.unauthorized ?? "");
      }
      expect(await everything()).toEqual(before);
    });

    test("refuses a cookie that nobody signed", async () => {
      const forged = ["", "__Secure-"].map(
        (prefix) => `${prefix}better-auth.session_token=forged.c2lnbmF0dXJl`,
      );
      const response = await stranger.call(endpoint.method, endpoint.path(thread), {
        body: endpoint.body?.(thread),
        headers: { Cookie: [...forged, stranger.cookies(endpoint.path(thread))].filter(Boolean).join("; ") },
      });
      expect(response.status).toBe(401);
      expect(await everything()).toEqual(before);
    });
  });

  describe.each(ofThread.map((endpoint) => [title(endpoint), endpoint] as const))("%s", (_, endpoint) => {
    test("says the same of another user's thread as of none, and touches neither", async () => {
      const responses = [await send(other, endpoint), await send(other, endpoint, missing)];
      expect(responses.map(({ status }) => status)).toEqual([404, 404]);
      const [others, none] = await Promise.all(responses.map((response) => response.json()));
      expect(others).toEqual({ code: "NOT_FOUND", message: expect.any(String) });
      expect(none).toEqual(others);
      expect(await everything()).toEqual(before);
    });
  });

  describe.each(writes.map((endpoint) => [title(endpoint), endpoint] as const))("%s", (_, endpoint) => {
    test.each(["https://evil.example", "null"])("refuses the origin %s", async (origin) => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), {
        body: endpoint.body?.(thread),
        headers: { Origin: origin },
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ code: "INVALID_ORIGIN", message: expect.any(String) });
      expect(await everything()).toEqual(before);
    });

    test("refuses another site's page that sends no Origin", async () => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), {
        body: endpoint.body?.(thread),
        headers: { Origin: undefined, "Sec-Fetch-Site": "cross-site" },
      });
      expect(response.status).toBe(403);
      expect(await everything()).toEqual(before);
    });
  });

  describe.each(withBody.map((endpoint) => [title(endpoint), endpoint] as const))("%s", (_, endpoint) => {
    test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
      "refuses a body of type %j",
      async (type) => {
        const response = await owner.call(endpoint.method, endpoint.path(thread), {
          body: endpoint.body?.(thread),
          headers: { "Content-Type": type },
        });
        expect(response.status).toBe(415);
        expect(await response.json()).toEqual({ code: "NOT_JSON", message: expect.any(String) });
        expect(await everything()).toEqual(before);
      },
    );

    test.each(["{", "", "\u0000"])("refuses %j, which is not JSON", async (body) => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), {
        body,
        headers: { "Content-Type": "application/json" },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "INVALID_JSON", message: expect.any(String) });
      expect(await everything()).toEqual(before);
    });

    test.each(["[]", "null", '"text"', "7"])("refuses %s, which is no object", async (body) => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), { body });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "INVALID_BODY", message: expect.any(String) });
      expect(await everything()).toEqual(before);
    });

    test.each(Object.entries(endpoint.invalid ?? {}))("refuses %s and names the field", async (_, fault) => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), { body: fault.body });
      expect(await response.json()).toEqual({
        code: "INVALID_BODY",
        message: expect.any(String),
        ...(fault.field && { field: fault.field }),
      });
      expect(response.status).toBe(400);
      expect(await everything()).toEqual(before);
    });

    test("refuses more than it takes", async () => {
      const response = await owner.call(endpoint.method, endpoint.path(thread), {
        body: endpoint.tooMuch?.(thread),
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toEqual({ code: "TOO_LARGE", message: expect.stringContaining("KiB") });
      expect(await everything()).toEqual(before);
    });

    test("refuses more than it takes, when the length is not said", async () => {
      const text = JSON.stringify(endpoint.tooMuch?.(thread));
      const response = await owner.call(endpoint.method, endpoint.path(thread), {
        body: new Blob([text]).stream(),
        headers: { "Content-Type": "application/json" },
      });
      expect(response.status).toBe(413);
      expect(await everything()).toEqual(before);
    });
  });

  test.each(["", "?question=", "?question=a%0Ab"])("an answer is named, and not by %j", async (query) => {
    for (const method of ["GET", "DELETE"]) {
      const response = await owner.call(method, `/api/threads/${thread}/answer${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "INVALID_QUESTION", field: "question" });
    }
  });

  test("a message that is not there cannot be deleted, and what is there stays with it", async () => {
    const body = { ids: ["kept", "not-there"] };
    const response = await owner.call("DELETE", `/api/threads/${thread}/messages`, { body });
    expect(response.status).toBe(404);
    expect(await everything()).toEqual(before);
  });

  test("a message that answers one which is not there is refused", async () => {
    for (const method of ["POST", "PUT"]) {
      const body = row("An answer", { parent: "not-there" });
      const response = await owner.call(method, `/api/threads/${thread}/messages`, { body });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "MISSING_PARENT", field: "parent_id" });
    }
    const body = { id: thread, message: question("A question"), parentId: "not-there" };
    const response = await owner.call("POST", "/api/chat", { body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "MISSING_PARENT", field: "parentId" });
    expect(await everything()).toEqual(before);
  });

  test("an unknown cursor is refused", async () => {
    const response = await owner.call("GET", "/api/threads?after=nonsense");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "INVALID_CURSOR", field: "after" });
  });
});
