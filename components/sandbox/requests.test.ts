import { expect, test } from "vitest";
import { type Call, withReport } from "./requests";

const type = "demo-call";
const start = { type, phase: "start", method: "POST", path: "/api/chat" } as const;
const answer = { type, phase: "answer", status: 200, ms: 3, trace: null } as const;

test("a call waits, streams and ends", () => {
  let calls = withReport([], "a", { ...start, id: "1" });
  expect(calls[0]).toMatchObject({ browser: "a", method: "POST", path: "/api/chat", state: "waiting" });
  calls = withReport(calls, "a", { ...answer, id: "1", isStreaming: true });
  expect(calls[0]).toMatchObject({ state: "streaming", answer: { status: 200 } });
  calls = withReport(calls, "a", { type, id: "1", phase: "end" });
  expect(calls[0]?.state).toBe("done");
});

test("an answer that is not streamed is the end, and a failure says so", () => {
  const calls = withReport([], "a", { ...start, id: "1" });
  expect(withReport(calls, "a", { ...answer, id: "1", isStreaming: false })[0]?.state).toBe("done");
  expect(withReport(calls, "a", { type, id: "1", phase: "failed" })[0]?.state).toBe("failed");
});

test("browsers that count alike are kept apart", () => {
  let calls = withReport([], "a", { ...start, id: "1" });
  calls = withReport(calls, "b", { ...start, id: "1" });
  calls = withReport(calls, "b", { ...answer, id: "1", isStreaming: false });
  expect(calls.map(({ state }) => state)).toEqual(["waiting", "done"]);
});

test("what was not recorded from its start is left out", () => {
  expect(withReport([], "a", { ...answer, id: "1", isStreaming: false })).toEqual([]);
});

test("the oldest go when there are more than a hundred", () => {
  let calls: Call[] = [];
  for (let id = 0; id < 101; id++) calls = withReport(calls, "a", { ...start, id: String(id) });
  expect(calls).toHaveLength(100);
  expect(calls[0]?.id).toBe("1");
});
