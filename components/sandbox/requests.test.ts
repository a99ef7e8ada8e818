import { expect, test } from "vitest";
import { withReport as logWithReport, type RequestLog } from "./requests";

const type = "demo-request";
const start = { type, phase: "start", method: "POST", path: "/api/chat" } as const;
const answer = { type, phase: "answer", status: 200, ms: 3, trace: null } as const;

type Report = Parameters<typeof logWithReport>[3];

const empty: RequestLog = { requests: [], paused: new Set() };
const withReport = (log: RequestLog, browser: "a" | "b", report: Report) =>
  logWithReport(log, "demo", browser, report);

test("a request waits, streams and ends", () => {
  let log = withReport(empty, "a", { ...start, id: "1" });
  expect(log.requests[0]).toMatchObject({
    browser: "a",
    method: "POST",
    path: "/api/chat",
    state: "waiting",
  });
  log = withReport(log, "a", { ...answer, id: "1", isStreaming: true });
  expect(log.requests[0]).toMatchObject({ state: "streaming", answer: { status: 200 } });
  log = withReport(log, "a", { type, id: "1", phase: "end", trace: null });
  expect(log.requests[0]).toMatchObject({ state: "done", answer: { status: 200 } });
});

test("what a stream says at its end takes the place of what its header said", () => {
  const encode = (trace: object) => Buffer.from(JSON.stringify(trace)).toString("base64url");
  let log = withReport(empty, "a", { ...start, id: "1" });
  const isStreaming = true;
  log = withReport(log, "a", { ...answer, id: "1", isStreaming, trace: encode({ id: "first" }) });
  expect(log.requests[0]?.answer?.trace?.id).toBe("first");
  log = withReport(log, "a", { type, id: "1", phase: "end", trace: encode({ id: "whole" }) });
  expect(log.requests[0]?.answer?.trace?.id).toBe("whole");
});

test("an answer that is not streamed is the end, and a failure says so", () => {
  const log = withReport(empty, "a", { ...start, id: "1" });
  expect(withReport(log, "a", { ...answer, id: "1", isStreaming: false }).requests[0]?.state).toBe("done");
  expect(withReport(log, "a", { type, id: "1", phase: "failed" }).requests[0]?.state).toBe("failed");
});

test("browsers that count alike are kept apart", () => {
  let log = withReport(empty, "a", { ...start, id: "1" });
  log = withReport(log, "b", { ...start, id: "1" });
  log = withReport(log, "b", { ...answer, id: "1", isStreaming: false });
  expect(log.requests.map(({ state }) => state)).toEqual(["waiting", "done"]);
});

test("what was not recorded from its start is left out", () => {
  expect(withReport(empty, "a", { ...answer, id: "1", isStreaming: false })).toEqual(empty);
});

test("a request that begins while its demo is paused is not listed, and another demo's is", () => {
  const paused = { ...empty, paused: new Set(["demo"]) };
  let log = withReport(paused, "a", { ...start, id: "1" });
  log = logWithReport(log, "other", "a", { ...start, id: "1" });
  expect(log.requests.map(({ demo, isListed }) => [demo, isListed])).toEqual([
    ["demo", false],
    ["other", true],
  ]);
});

test("the oldest go when there are more than two hundred", () => {
  let log = empty;
  for (let id = 0; id < 201; id++) log = withReport(log, "a", { ...start, id: String(id) });
  expect(log.requests).toHaveLength(200);
  expect(log.requests[0]?.id).toBe("1");
});
