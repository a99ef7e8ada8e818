import { expect, test, vi } from "vitest";
import { sessionUrl } from "../protocol/addresses";
import { Visitor } from "../testing/visitor";
import { deleteSandbox, enterSandbox } from "./session";

await vi.hoisted(async () => {
  const { testSettings } = await import("../testing/settings");
  return testSettings({ SANDBOXES_PER_HOUR: "2", SANDBOX_MAX_COUNT: "20" });
});

const enter = (address: string) => new Visitor().start(address);

test("an address makes as many as it may, whatever port its proxy adds", async () => {
  expect((await enter("203.0.113.1:1001")).status).toBe(200);
  expect((await enter("203.0.113.1:1002")).status).toBe(200);
  const response = await enter("203.0.113.1:1003");
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await response.json()).code).toBe("TOO_MANY_SANDBOXES");
});

test("a line with IPv6 makes as many as an address, and all of a /48 four times as many", async () => {
  expect((await enter("2001:db8:1:1::1")).status).toBe(200);
  expect((await enter("2001:db8:1:2::1")).status).toBe(200);
  expect((await enter("2001:db8:1:3::1")).status).toBe(429);
  for (let line = 1; line <= 6; line++) expect((await enter(`2001:db8:1:${line}00::1`)).status).toBe(200);
  expect((await enter("2001:db8:1:700::1")).status).toBe(429);
  expect((await enter("2001:db8:2:700::1")).status).toBe(200);
});

test("when the site is full, who was there stays, and the newcomer is told when to come back", async () => {
  const visitor = new Visitor();
  await visitor.start("198.51.100.250");
  await visitor.signIn("a", "alice@example.com");
  let response = await enter("198.51.100.1");
  for (let number = 2; response.ok; number++) response = await enter(`198.51.100.${number}`);
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("300");
  expect(await response.json()).toMatchObject({
    code: "SITE_FULL",
    message: expect.stringContaining("few minutes"),
  });
  expect((await visitor.call("a", "threads")).status).toBe(200);
});

test("two sandboxes in one request are nobody's", async () => {
  const headers = { cookie: "sandbox=planted; sandbox=own", host: "localhost:3000" };
  const request = () => new Request(`http://localhost:3000${sessionUrl}`, { method: "POST", headers });
  for (const answer of [enterSandbox, deleteSandbox]) {
    const response = await answer(request());
    expect(response.status).toBe(400);
    expect((await response.json()).code).toBe("TWO_SANDBOXES");
  }
  const mounted = await new Visitor().call("a", "threads", "GET", undefined, headers);
  expect(mounted.status).toBe(400);
});
