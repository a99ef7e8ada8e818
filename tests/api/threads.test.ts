import { beforeEach, describe, expect, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { row } from "./chat-body";

interface Thread {
  id: string;
  title: string | null;
  status: string;
  custom: unknown;
  updatedAt: string;
}

const create = async (visitor: Visitor, localId: string = crypto.randomUUID()) => {
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body: { localId } });
  return id;
};
const list = (visitor: Visitor) => visitor.json<Thread[]>("GET", "/api/threads");
const ids = async (visitor: Visitor) => (await list(visitor)).map(({ id }) => id);

/** Two things that happen in different milliseconds. */
const tick = async () => {
  const start = Date.now();
  while (Date.now() === start) await new Promise((resolve) => setTimeout(resolve));
};

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let other: Visitor;
  beforeEach(async () => {
    ({ owner, other } = await people(app, "owner", "other"));
  });

  test("the same localId gives the same thread, to the same user", async () => {
    const first = await owner.call("POST", "/api/threads", { body: { localId: "one" } });
    const again = await owner.call("POST", "/api/threads", { body: { localId: "one" } });
    expect([first.status, again.status]).toEqual([201, 200]);
    const { id } = (await first.json()) as { id: string };
    expect(await again.json()).toEqual({ id });
    expect(await create(other, "one")).not.toBe(id);
    expect(await ids(owner)).toEqual([id]);
  });

  test("requests for one localId that come at once make one thread", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create(owner, "one")));
    expect(new Set(made).size).toBe(1);
    expect(await ids(owner)).toEqual([made[0]]);
  });

  test("a new thread is regular and has neither title nor metadata, and no word of its owner", async () => {
    const id = await create(owner);
    expect(await owner.json("GET", `/api/threads/${id}`)).toEqual({
      id,
      title: null,
      status: "regular",
      custom: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test("the list has the newest activity first: a message moves a thread up, a rename does not", async () => {
    const older = await create(owner);
    await tick();
    const newer = await create(owner);
    expect(await ids(owner)).toEqual([newer, older]);

    await tick();
    await owner.json("PATCH", `/api/threads/${older}`, { body: { title: "Renamed", status: "archived" } });
    expect(await ids(owner)).toEqual([newer, older]);

    await owner.json("POST", `/api/threads/${older}/messages`, { body: row("Hello") });
    expect(await ids(owner)).toEqual([older, newer]);
  });

  test("what was changed is there, and the rest as it was", async () => {
    const id = await create(owner);
    const url = `/api/threads/${id}`;
    await owner.json("PATCH", url, { body: { title: "  Harbour  ", custom: { pinned: true } } });
    await owner.json("PATCH", url, { body: { status: "archived" } });
    expect(await owner.json("GET", url)).toMatchObject({
      title: "Harbour",
      status: "archived",
      custom: { pinned: true },
    });
    await owner.json("PATCH", url, { body: { custom: null, status: "regular" } });
    expect(await list(owner)).toMatchObject([{ id, title: "Harbour", status: "regular", custom: null }]);
  });

  test("a thread that is deleted is gone, with its messages", async () => {
    const id = await create(owner);
    await owner.json("POST", `/api/threads/${id}/messages`, { body: row("Hello") });
    expect((await owner.call("DELETE", `/api/threads/${id}`)).status).toBe(204);
    for (const url of [`/api/threads/${id}`, `/api/threads/${id}/messages`]) {
      expect((await owner.call("GET", url)).status).toBe(404);
    }
    expect((await owner.call("DELETE", `/api/threads/${id}`)).status).toBe(404);
  });

  test("the Link header leads through the pages of 50, past threads that move meanwhile", async () => {
    const made: string[] = [];
    for (let number = 0; number < 120; number++) made.push(await create(owner));
    await create(other);

    const seen: string[] = [];
    const sizes: number[] = [];
    let next: string | undefined = "/api/threads";
    while (next) {
      const page: Response = await owner.call("GET", next);
      const threads = (await page.json()) as Thread[];
      sizes.push(threads.length);
      seen.push(...threads.map(({ id }) => id));
      const link: string | undefined = page.headers.get("Link")?.match(/^<([^>]+)>; rel="next"$/)?.[1];
      // The site names the place where it has put the app, as the visitor does again.
      next = link?.slice(owner.prefix.length);
      // One that was seen already comes to the top. No other is left out or shown twice for it.
      const moved = threads[0];
      await owner.json("POST", `/api/threads/${moved?.id}/messages`, { body: row("Hello") });
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen)).toEqual(new Set(made));
  });

  test("fifty threads are one page, without a link", async () => {
    for (let number = 0; number < 50; number++) await create(owner);
    const page = await owner.call("GET", "/api/threads");
    expect(await page.json()).toHaveLength(50);
    expect(page.headers.get("Link")).toBeNull();
  });
});
