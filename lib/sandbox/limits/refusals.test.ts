import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterAMoment } from "./refusals";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function isThere(answer: Promise<Response>) {
  return (await Promise.race([answer, Promise.resolve()])) !== undefined;
}

test("a refusal comes a second later", async () => {
  const refusal = new Response(null, { status: 429 });
  const answer = afterAMoment(refusal);
  await vi.advanceTimersByTimeAsync(999);
  expect(await isThere(answer)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe(refusal);
});

test("no more than a thousand wait; the others are told at once", async () => {
  const waiting = Array.from({ length: 1000 }, () => afterAMoment(new Response(null, { status: 429 })));
  const next = new Response(null, { status: 429 });
  expect(await afterAMoment(next)).toBe(next);
  await vi.advanceTimersByTimeAsync(1000);
  await Promise.all(waiting);

  const later = afterAMoment(next);
  expect(await isThere(later)).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await later).toBe(next);
});
