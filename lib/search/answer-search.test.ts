import { expect, test, vi } from "vitest";
import { answerSearch } from "./answer-search";

vi.hoisted(() => Object.assign(process.env, { SEARCHES_PER_MINUTE: "5" }));

const ask = (query: string, address = "192.0.2.1") =>
  answerSearch(
    new Request(`http://localhost/api/search?query=${encodeURIComponent(query)}`, {
      headers: { "x-forwarded-for": address },
    }),
  );

test("the guide is found by its words", async () => {
  const results: { url: string }[] = await (await ask("gate the chat route")).json();
  expect(results.map(({ url }) => url)).toContain("/docs/gate-the-chat-route");
  expect(await (await ask("")).json()).toEqual([]);
});

test("of a long query only the beginning is read", async () => {
  const beginning = "session ".repeat(25);
  const words = Array.from({ length: 24 }, (_, at) => `fox${at}`).join(" ");
  const results = (query: string) => ask(query, "192.0.2.2").then((response) => response.text());
  expect(await results(`${beginning}thread`)).toBe(await results(beginning));
  expect(await results(`${words} session`)).toBe("[]");
});

test("letters one by one do not find all that begins with them", async () => {
  const results = (query: string) => ask(query, "192.0.2.6").then((response) => response.text());
  const urls = async (query: string) =>
    JSON.parse(await results(query)).map(({ url }: { url: string }) => url);
  expect(await urls("a,b c-d s session")).toEqual(await urls("session"));
});

test("other parameters cannot make it fail", async () => {
  const url = "http://localhost/api/search?query=session&mode=vector&limit=99999999&tag=none&locale=xx";
  const response = await answerSearch(new Request(url, { headers: { "x-forwarded-for": "192.0.2.3" } }));
  expect(response.status).toBe(200);
  expect(await response.json()).not.toEqual([]);
});

test("an address that asks more than anybody types is told when to come back, and others are not", async () => {
  for (let count = 0; count < 5; count++) expect((await ask("session", "192.0.2.4")).status).toBe(200);
  const response = await ask("session", "192.0.2.4");
  expect(response.status).toBe(429);
  expect(response.headers.get("retry-after")).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expect(await response.json()).toMatchObject({
    code: "TOO_MANY_SEARCHES",
    message: expect.stringContaining("Try again in"),
  });
  expect((await ask("session", "192.0.2.5")).status).toBe(200);
});
