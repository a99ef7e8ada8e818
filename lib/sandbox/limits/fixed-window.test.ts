import { afterEach, expect, test, vi } from "vitest";
import { FixedWindow } from "./fixed-window";

afterEach(() => vi.useRealTimers());

test("a machine's clock that jumps ends no window", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const window = new FixedWindow(1, 60_000);
  expect(window.take("a").ok).toBe(true);
  vi.setSystemTime(Date.now() + 365 * 24 * 3_600_000);
  expect(window.take("a").ok).toBe(false);
});

test("allows so many in a window, then says how long to wait", () => {
  const window = new FixedWindow(2, 60_000);
  expect(window.take("a", 0)).toEqual({ ok: true });
  expect(window.take("a", 1000)).toEqual({ ok: true });
  expect(window.take("a", 1001)).toEqual({ ok: false, retryAfter: 59 });
  expect(window.take("a", 59_999)).toEqual({ ok: false, retryAfter: 1 });
  expect(window.take("a", 60_000)).toEqual({ ok: true });
});

test("counts each key by itself", () => {
  const window = new FixedWindow(1, 60_000);
  expect(window.take("a", 0).ok).toBe(true);
  expect(window.take("b", 0).ok).toBe(true);
  expect(window.take("a", 0).ok).toBe(false);
});

test("holds no more keys than it may, and gives up the oldest", () => {
  const window = new FixedWindow(1, 60_000, 2);
  for (const key of ["a", "b", "c"]) window.take(key, 0);
  expect(window.take("c", 1).ok).toBe(false);
  expect(window.take("b", 1).ok).toBe(false);
  expect(window.take("a", 1).ok).toBe(true);
});
