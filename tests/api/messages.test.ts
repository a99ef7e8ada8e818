import { beforeEach, describe, expect, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { row } from "./chat-body";

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let other: Visitor;
  let url: string;
  let others: string;

  beforeEach(async () => {
    ({ owner, other } = await people(app, "owner", "other"));
    url = await messagesOfNewThread(owner);
    others = await messagesOfNewThread(other);
  });

  test("what was written is read back word for word, parents first", async () => {
    const written = [
      row("one", { id: "c" }),
      row("two", { id: "b", parent: "c" }),
      row("another two", { id: "a", parent: "c" }),
      row("three", { id: "d", parent: "a" }),
    ];
    for (const body of written) {
      const response = await owner.call("POST", url, { body });
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ id: body.id });
    }
    expect(await owner.json("GET", url)).toEqual(written);
  });

  test("the same message sent again changes nothing, whatever it says now", async () => {
    await owner.json("POST", url, { body: row("first", { id: "m" }) });
    const again = await owner.call("POST", url, { body: row("second", { id: "m" }) });
    expect(again.status).toBe(200);
    expect(await owner.json("GET", url)).toEqual([row("first", { id: "m" })]);
  });

  test("a message that is sent many times at once is stored once", async () => {
    const body = row("first", { id: "m" });
    await Promise.all(Array.from({ length: 8 }, () => owner.json("POST", url, { body })));
    expect(await owner.json("GET", url)).toEqual([body]);
  });

  test("a message of the same id in another user's thread is not touched", async () => {
    await owner.json("POST", url, { body: row("the owner's", { id: "m" }) });
    await other.json("POST", others, { body: row("the other's", { id: "m" }) });
    await other.json("PUT", others, { body: row("changed", { id: "m" }) });
    expect(await owner.json("GET", url)).toEqual([row("the owner's", { id: "m" })]);

    expect((await other.call("DELETE", others, { body: { ids: ["m"] } })).status).toBe(204);
    expect(await owner.json("GET", url)).toEqual([row("the owner's", { id: "m" })]);
    expect(await other.json("GET", others)).toEqual([]);
  });

  test("PUT sets what a message says, and not where it stands", async () => {
    await owner.json("POST", url, { body: row("one", { id: "a" }) });
    await owner.json("POST", url, { body: row("two", { id: "b", parent: "a" }) });
    await owner.json("PUT", url, { body: row("changed", { id: "a" }) });
    expect(await owner.json("GET", url)).toEqual([
      row("changed", { id: "a" }),
      row("two", { id: "b", parent: "a" }),
    ]);
  });

  test("what answered a deleted message moves up to its parent", async () => {
    await owner.json("POST", url, { body: row("one", { id: "a" }) });
    await owner.json("POST", url, { body: row("two", { id: "b", parent: "a" }) });
    await owner.json("POST", url, { body: row("three", { id: "c", parent: "b" }) });
    expect((await owner.call("DELETE", url, { body: { ids: ["b"] } })).status).toBe(204);
    expect(await owner.json("GET", url)).toEqual([
      row("one", { id: "a" }),
      row("three", { id: "c", parent: "a" }),
    ]);
  });

  test("of a part only what is known of it is kept", async () => {
    const body = row("one", { id: "a" });
    const marked = { ...body.content.parts[0], providerMetadata: { openai: { itemId: "msg_of_somebody" } } };
    await owner.json("POST", url, { body: { ...body, content: { ...body.content, parts: [marked] } } });
    expect(await owner.json("GET", url)).toEqual([body]);
  });
});

async function messagesOfNewThread(visitor: Visitor) {
  const body = { localId: crypto.randomUUID() };
  const { id } = await visitor.json<{ id: string }>("POST", "/api/threads", { body });
  return `/api/threads/${id}/messages`;
}
