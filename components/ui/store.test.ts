import { expect, test, vi } from "vitest";
import { createStore } from "./store";

test("tells everybody who listens of each change", () => {
  const store = createStore(1);
  const [one, other] = [vi.fn(), vi.fn()];
  const stop = store.subscribe(one);
  store.subscribe(other);
  store.set(2);
  stop();
  store.set(3);
  expect(one).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(2);
  expect(store.get()).toBe(3);
});

test("is connected as long as somebody listens", () => {
  const disconnect = vi.fn();
  const connect = vi.fn(() => disconnect);
  const store = createStore("", connect);
  const [stopOne, stopOther] = [store.subscribe(() => {}), store.subscribe(() => {})];
  expect(connect).toHaveBeenCalledOnce();
  stopOne();
  expect(disconnect).not.toHaveBeenCalled();
  stopOther();
  expect(disconnect).toHaveBeenCalledOnce();
  store.subscribe(() => {});
  expect(connect).toHaveBeenCalledTimes(2);
});
