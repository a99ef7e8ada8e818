import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pause } from "@/lib/pause";

const server = vi.fn<typeof fetch>();
const told = vi.fn();
let pause: Pause;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", server);
  pause = new Pause();
  pause.subscribe(told);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function refuse(headers: HeadersInit) {
  server.mockResolvedValueOnce(Response.json({ message: "Wait a minute." }, { status: 429, headers }));
  return expect(pause.ask("/api/chat")).rejects.toThrow("Wait a minute.");
}

test("a refusal that says for how long begins a pause, which counts down to its end", async () => {
  await refuse({ "Retry-After": "3" });
  const seen = [pause.secondsLeft()];
  for (let second = 0; second < 4; second++) {
    vi.advanceTimersByTime(1000);
    seen.push(pause.secondsLeft());
  }
  expect(seen).toEqual([3, 2, 1, 0, 0]);
  expect(told).toHaveBeenCalledTimes(4);
  expect(vi.getTimerCount()).toBe(0);
});

test("the last refusal says how long it is", async () => {
  await refuse({ "Retry-After": "3" });
  await refuse({ "Retry-After": "9" });
  expect(pause.secondsLeft()).toBe(9);
  expect(vi.getTimerCount()).toBe(1);
});

test.each([
  ["that does not say", {}],
  ["that gives a date", { "Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT" }],
])("a refusal %s begins none", async (_, headers) => {
  await refuse(headers);
  expect(pause.secondsLeft()).toBe(0);
});

test("whoever no longer listens is not told", async () => {
  const late = vi.fn();
  pause.subscribe(late)();
  await refuse({ "Retry-After": "1" });
  expect(late).not.toHaveBeenCalled();
});
