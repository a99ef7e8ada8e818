import type { ThreadMessage } from "@assistant-ui/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { requestEvents } from "@/lib/request";
import { threadListAdapter } from "@/lib/thread-list-adapter";

const server = vi.fn<typeof fetch>();
const unauthorized = vi.fn();

beforeEach(() => {
  vi.stubGlobal("fetch", server);
  vi.stubGlobal("location", { origin: "https://app.example" });
  requestEvents.addEventListener("unauthorized", unauthorized);
});

afterEach(() => {
  requestEvents.removeEventListener("unauthorized", unauthorized);
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const row = {
  id: "one",
  title: null,
  status: "regular",
  custom: null,
  createdAt: "2026-11-01T08:00:00.000Z",
  updatedAt: "2026-11-02T08:00:00.000Z",
};

function sentBody() {
  return JSON.parse(String(server.mock.lastCall?.[1]?.body));
}

it("lists a page and reads the cursor of the next one from the Link header", async () => {
  server.mockResolvedValue(
    Response.json([row], { headers: { Link: '</api/threads?after=5_one>; rel="next"' } }),
  );

  expect(await threadListAdapter.list({ after: "9_z/y" })).toEqual({
    threads: [
      {
        remoteId: "one",
        title: undefined,
        status: "regular",
        custom: undefined,
        lastMessageAt: new Date("2026-11-02T08:00:00.000Z"),
      },
    ],
    nextCursor: "5_one",
  });
  expect(server.mock.lastCall?.[0]).toBe("/api/threads?after=9_z%2Fy");
});

it("knows the last page by its missing link", async () => {
  server.mockResolvedValue(Response.json([]));

  expect(await threadListAdapter.list()).toEqual({ threads: [], nextCursor: undefined });
  expect(server.mock.lastCall?.[0]).toBe("/api/threads");
});

it("sends the local id, so that a retry finds the thread it made", async () => {
  server.mockResolvedValue(Response.json({ id: "one" }, { status: 201 }));

  expect(await threadListAdapter.initialize("local")).toEqual({ remoteId: "one", externalId: undefined });
  expect(sentBody()).toEqual({ localId: "local" });
});

it.each([
  ["rename", () => threadListAdapter.rename("one", "Harbour"), { title: "Harbour" }],
  ["archive", () => threadListAdapter.archive("one"), { status: "archived" }],
  ["unarchive", () => threadListAdapter.unarchive("one"), { status: "regular" }],
  [
    "updateCustom",
    () => threadListAdapter.updateCustom?.("one", { pinned: true }),
    { custom: { pinned: true } },
  ],
  ["updateCustom to nothing", () => threadListAdapter.updateCustom?.("one", undefined), { custom: null }],
])("%s writes JSON, and only its own field", async (_name, change, body) => {
  server.mockResolvedValue(Response.json(row));

  await change();

  expect(server.mock.lastCall?.[1]).toMatchObject({
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
  });
  expect(sentBody()).toEqual(body);
});

it.each([
  ["list", () => threadListAdapter.list()],
  ["fetch", () => threadListAdapter.fetch("one")],
  ["initialize", () => threadListAdapter.initialize("local")],
  ["rename", () => threadListAdapter.rename("one", "Harbour")],
  ["archive", () => threadListAdapter.archive("one")],
  ["unarchive", () => threadListAdapter.unarchive("one")],
  ["delete", () => threadListAdapter.delete("one")],
  ["updateCustom", () => threadListAdapter.updateCustom?.("one", {})],
  ["generateTitle", () => threadListAdapter.generateTitle("one", [])],
])("%s rejects with the server's words, so that the list is rolled back", async (_name, call) => {
  server.mockResolvedValue(
    Response.json({ code: "FULL", message: "Delete a thread first." }, { status: 507 }),
  );

  await expect(call()).rejects.toThrow("Delete a thread first.");
  expect(unauthorized).not.toHaveBeenCalled();
});

it("tells of a 401, which has no body, so that the session is fetched again", async () => {
  server.mockResolvedValue(new Response(null, { status: 401 }));

  await expect(threadListAdapter.list()).rejects.toThrow("Sign in");
  expect(unauthorized).toHaveBeenCalledOnce();
});

it("says what to do when no answer comes, or one that is no JSON", async () => {
  server.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await expect(threadListAdapter.list()).rejects.toThrow("Check your connection");

  server.mockResolvedValueOnce(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(threadListAdapter.list()).rejects.toThrow("The server refused (502). Try again later.");
});

it("has the question stored before its title is asked for, and shows the title that stands in the end", async () => {
  const requests: unknown[] = [];
  server.mockImplementation(async (input, init) => {
    requests.push([init?.method ?? "GET", input]);
    if (String(input).endsWith("/title")) return new Response("Automatic");
    return Response.json({ ...row, title: "Given meanwhile" });
  });
  const content = [{ type: "text", text: "Where?" }] as const;
  const question = { id: "q1", role: "user", content } as unknown as ThreadMessage;

  const stream = await threadListAdapter.generateTitle("one", [question]);

  expect(await titleIn(stream)).toBe("Given meanwhile");
  expect(requests).toEqual([
    ["POST", "/api/threads/one/messages"],
    ["POST", "/api/threads/one/title"],
    ["GET", "/api/threads/one"],
  ]);
});

it("asks once for a title that two want at the same time, and again for one that failed", async () => {
  const refused = Response.json({ message: "Wait a minute." }, { status: 429 });
  server.mockResolvedValueOnce(refused);
  await expect(threadListAdapter.generateTitle("one", [])).rejects.toThrow("Wait a minute.");

  let made = 0;
  server.mockImplementation(async (input) => {
    if (!String(input).endsWith("/title")) return Response.json({ ...row, title: "Harbour" });
    made++;
    return new Response("Harbour");
  });
  const both = [threadListAdapter.generateTitle("one", []), threadListAdapter.generateTitle("one", [])];

  expect(await Promise.all((await Promise.all(both)).map(titleIn))).toEqual(["Harbour", "Harbour"]);
  expect(made).toBe(1);
});

async function titleIn(stream: Awaited<ReturnType<typeof threadListAdapter.generateTitle>>) {
  let title = "";
  for await (const chunk of stream) if (chunk.type === "text-delta") title += chunk.textDelta;
  return title;
}
