import { request } from "node:http";
import { expect, inject, test } from "vitest";
import { guidePages } from "../support/guide-pages";
import { Visitor } from "../support/visitor";

const { site } = inject("addresses");
const everything = { "Accept-Encoding": "gzip, deflate, br" };

test.each(["/", ...(await guidePages(site)), "/llms-full.txt", "/api/search?query=session"])(
  "%s is compressed as well as the browser can read it",
  async (path) => {
    const [small, other, plain] = await Promise.all(
      [everything, { "Accept-Encoding": "gzip" }, { "Accept-Encoding": "identity" }].map((headers) =>
        fetch(site + path, { headers }),
      ),
    );
    expect(small?.headers.get("content-encoding")).toBe("br");
    expect(other?.headers.get("content-encoding")).toBe("gzip");
    expect(plain?.headers.get("content-encoding")).toBeNull();
    const text = await plain?.text();
    expect(await small?.text()).toBe(text);
    expect(await other?.text()).toBe(text);
  },
);

test.each(["/", "/docs", "/demo/a/chat", "/raw/examples/nextjs/auth.ts"])(
  "%s is compressed once, by the build",
  async (path) => {
    const head = await fetch(site + path, { method: "HEAD", headers: everything });
    const tag = head.headers.get("etag") ?? "";
    // What is compressed while it is sent cannot say how long it will be.
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(0);
    expect(head.headers.get("vary")).toContain("rsc");
    expect(head.headers.get("vary")).toContain("Accept-Encoding");
    const again = await fetch(site + path, { headers: { ...everything, "If-None-Match": tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("content-security-policy")).toBe(head.headers.get("content-security-policy"));
  },
);

test("an answer of a demo's API is not compressed: its length says nothing of the session's token", async () => {
  const visitor = new Visitor(site, "/demo/a");
  await visitor.enterSandbox();
  await visitor.signUp("Alice");
  for (const path of ["/api/auth/get-session", "/api/threads"]) {
    const answer = await visitor.call("GET", path, { headers: everything });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-encoding")).toBeNull();
  }
});

test("a reader who goes away in the middle of a page does not disturb the next", async () => {
  const { hostname, port } = new URL(site);
  await new Promise<void>((resolve, reject) => {
    const leaving = request({ hostname, port, path: "/docs/mistakes", headers: everything }, (response) => {
      response.once("data", () => {
        leaving.destroy();
        resolve();
      });
    });
    leaving.once("error", reject);
    leaving.end();
  });
  expect((await fetch(`${site}/docs`, { headers: everything })).status).toBe(200);
});
