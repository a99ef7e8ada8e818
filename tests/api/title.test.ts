import { beforeEach, describe, expect, inject, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { row } from "./chat-body";

const { model } = inject("addresses");

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let url: string;
  beforeEach(async () => {
    ({ owner } = await people(app, "owner"));
    url = await newThread(owner, "Where is the harbour?");
  });
  const titled = async () => (await owner.call("POST", `${url}/title`, { body: {} })).text();

  test("a title is saved by the time that its stream has ended", async () => {
    const response = await owner.call("POST", `${url}/title`, { body: {} });
    expect(response.status).toBe(200);
    const title = await response.text();
    expect(title).not.toBe("");
    expect(await owner.json("GET", url)).toMatchObject({ title });
  });

  test("a title leaves the thread where it was in the list", async () => {
    const before = await owner.json<{ updatedAt: string }>("GET", url);
    const title = await titled();
    expect(await owner.json("GET", url)).toMatchObject({ title, updatedAt: before.updatedAt });
  });

  test("a name that the user gave while the title was on its way stays", async () => {
    const response = await owner.call("POST", `${url}/title`, { body: {} });
    await owner.json("PATCH", url, { body: { title: "Harbour" } });
    expect(await response.text()).not.toBe("");
    expect(await owner.json("GET", url)).toMatchObject({ title: "Harbour" });
  });

  test("a thread that has a name keeps it, and that is the answer", async () => {
    await owner.json("PATCH", url, { body: { title: "Harbour" } });
    expect(await titled()).toBe("Harbour");
    expect(await owner.json("GET", url)).toMatchObject({ title: "Harbour" });
  });

  test("a thread without a message gets no title", async () => {
    const empty = await newThread(owner);
    const response = await owner.call("POST", `${empty}/title`, { body: {} });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ code: "NO_MESSAGE", message: expect.any(String) });
    expect(await owner.json("GET", empty)).toMatchObject({ title: null });
  });
});

describe.each(apps.slice(0, 1))("$name", (app) => {
  test("a model that gives no title is an error, and the thread stays as it was", async () => {
    const { owner } = await people(app, "owner");
    const url = await newThread(owner, "[no title] please");
    const response = await owner.call("POST", `${url}/title`, { body: {} });
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ code: "MODEL_FAILED", message: expect.any(String) });
    expect(await owner.json("GET", url)).toMatchObject({ title: null });
  });

  test("the model is asked for a title once, and not at all where there is nothing to title", async () => {
    const { owner } = await people(app, "owner");
    const words = crypto.randomUUID();
    const url = await newThread(owner, words);
    await (await owner.call("POST", `${url}/title`, { body: {} })).text();
    await (await owner.call("POST", `${url}/title`, { body: {} })).text();
    await (await owner.call("POST", `${await newThread(owner)}/title`, { body: {} })).text();
    expect(await (await fetch(`${model}/asked?question=${words}`)).text()).toBe("1");
  });
});

async function newThread(owner: Visitor, question?: string) {
  const body = { localId: crypto.randomUUID() };
  const { id } = await owner.json<{ id: string }>("POST", "/api/threads", { body });
  const url = `/api/threads/${id}`;
  if (question) await owner.json("POST", `${url}/messages`, { body: row(question) });
  return url;
}
