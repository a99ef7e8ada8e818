import { beforeEach, describe, expect, test } from "vitest";
import type { Visitor } from "../support/visitor";
import { apps, people } from "./apps";
import { question } from "./chat-body";

describe.each(apps)("$name", (app) => {
  let owner: Visitor;
  let url: string;
  beforeEach(async () => {
    ({ owner } = await people(app, "owner"));
    const { id } = await owner.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
    url = `/api/threads/${id}`;
  });

  test("a title is saved by the time that its stream has ended", async () => {
    const body = { messages: [question("Where is the harbour?")] };
    const response = await owner.call("POST", `${url}/title`, { body });
    expect(response.status).toBe(200);
    const title = await response.text();
    expect(title).not.toBe("");
    expect(await owner.json("GET", url)).toMatchObject({ title });
  });

  test("a title leaves the thread where it was in the list", async () => {
    const before = await owner.json<{ updatedAt: string }>("GET", url);
    const body = { messages: [question("Hello")] };
    const title = await (await owner.call("POST", `${url}/title`, { body })).text();
    expect(await owner.json("GET", url)).toMatchObject({ title, updatedAt: before.updatedAt });
  });

  test("a name that the user gave while the title was on its way stays", async () => {
    const body = { messages: [question("Hello")] };
    const response = await owner.call("POST", `${url}/title`, { body });
    await owner.json("PATCH", url, { body: { title: "Harbour" } });
    expect(await response.text()).not.toBe("");
    expect(await owner.json("GET", url)).toMatchObject({ title: "Harbour" });
  });

  test("a name that the user gave before stays", async () => {
    await owner.json("PATCH", url, { body: { title: "Harbour" } });
    const body = { messages: [question("Hello")] };
    expect(await (await owner.call("POST", `${url}/title`, { body })).text()).not.toBe("");
    expect(await owner.json("GET", url)).toMatchObject({ title: "Harbour" });
  });
});

describe.each(apps.slice(0, 1))("$name", (app) => {
  test("a model that gives no title is an error, and the title stays as it was", async () => {
    const { owner } = await people(app, "owner");
    const { id } = await owner.json<{ id: string }>("POST", "/api/threads", { body: { localId: "one" } });
    await owner.json("PATCH", `/api/threads/${id}`, { body: { title: "Harbour" } });
    const body = { messages: [question("[no title] please")] };
    const response = await owner.call("POST", `/api/threads/${id}/title`, { body });
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ code: "MODEL_FAILED", message: expect.any(String) });
    expect(await owner.json("GET", `/api/threads/${id}`)).toMatchObject({ title: "Harbour" });
  });
});
