import { expect, test } from "vitest";
import { Turns } from "./turns";

/** Works that end when they are told to, and the names of those that have begun. */
function works(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (key: string, name: string) =>
    turns.take(key, async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.set(name, end));
      return name;
    });
  return { begun, take, end: (name: string) => ends.get(name)?.() };
}

test("so many work at once, and the next begins when one has ended", async () => {
  const { begun, take, end } = works(new Turns({ atOnce: 2, waiting: 9, waitingOfOne: 9 }));
  const [first] = ["a", "b", "c", "d"].map((key) => take(key, key));
  expect(begun).toEqual(["a", "b"]);
  end("a");
  expect(await first).toBe("a");
  await expect.poll(() => begun).toEqual(["a", "b", "c"]);
});

test("of one key one works at a time, and does not hold up the others", async () => {
  const { begun, take, end } = works(new Turns({ atOnce: 2, waiting: 9, waitingOfOne: 9 }));
  take("a", "a1");
  take("a", "a2");
  take("b", "b1");
  expect(begun).toEqual(["a1", "b1"]);
  end("b1");
  take("a", "a3");
  take("c", "c1");
  expect(begun).toEqual(["a1", "b1"]);
  await expect.poll(() => begun).toEqual(["a1", "b1", "c1"]);
  end("a1");
  await expect.poll(() => begun).toEqual(["a1", "b1", "c1", "a2"]);
});

test("who finds too many waiting is told at once", async () => {
  const { take } = works(new Turns({ atOnce: 1, waiting: 3, waitingOfOne: 2 }));
  take("a", "works");
  take("a", "waits");
  take("a", "waits too");
  expect(await take("a", "of one too many")).toBe("busy");
  take("b", "waits as well");
  expect(await take("c", "too many")).toBe("busy");
});

test("work that fails gives its turn away", async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1, waitingOfOne: 1 });
  const failing = turns.take("a", () => Promise.reject(new Error("failed")));
  const next = turns.take("a", async () => "next");
  await expect(failing).rejects.toThrow("failed");
  expect(await next).toBe("next");
});
