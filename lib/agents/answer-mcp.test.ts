import { expect, test, vi } from "vitest";
import { answerMcp } from "./answer-mcp";

vi.hoisted(() => Object.assign(process.env, { SEARCHES_PER_MINUTE: "3" }));

const ask = (address: string) =>
  answerMcp(
    new Request("http://localhost/mcp", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "x-forwarded-for": address,
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
    }),
  );

test("a network that asks too much is told when to come back, in JSON-RPC, and others are not", async () => {
  for (let count = 0; count < 3; count++) expect((await ask("192.0.2.1")).status).toBe(200);
  const refused = await ask("192.0.2.1");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  expect(await refused.json()).toMatchObject({
    jsonrpc: "2.0",
    error: { message: expect.stringContaining("Try again in") },
  });
  expect((await ask("192.0.2.2")).status).toBe(200);
});
