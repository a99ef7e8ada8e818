import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { demoEntry } from "./demo-entry";

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

const file = "app/demo/[browser]/api/[...path]/route.js";

/** A build whose route answers "route", or fails. */
function build({ route = true, handler = "async (_, response) => void response.end('route')" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, "server", name)), { recursive: true });
    writeFileSync(join(folder, "server", name), content);
  };
  const manifest = route ? { "/demo/[browser]/api/[...path]/route": file } : {};
  write("app-paths-manifest.json", JSON.stringify(manifest));
  write(file, `exports.handler = ${handler};`);
  return folder;
}

/** A server that answers with the route, or "next" where that passes on. */
async function serve(folder: string) {
  const entry = demoEntry(folder);
  const server = createServer((request, response) =>
    entry(request, response, () => void response.end("next")),
  ).listen(0, "127.0.0.1");
  cleanUps.push(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  "/demo/a/api/threads",
  "/demo/b/api/threads?after=1_x",
  "/demo/a/api/threads/6f1c-_0/messages",
  "/demo/no-such-browser/api/auth/sign-in/email",
])("the route is asked for %s itself", async (path) => {
  const site = await serve(build());
  expect(await (await fetch(site + path)).text()).toBe("route");
});

test.each([
  "/docs",
  "/demo/a",
  "/demo/a/api",
  "/demo/session",
  "/demo/a/threads?to=/demo/a/api/threads",
  "/demo/a/api/threads/",
  "/demo/a/api//threads",
  "/demo/a/api/threads%2F1",
  "/demo/a/b/api/threads",
  "/demo/a%2Fb/api/threads",
])("Next.js decides what %s is", async (path) => {
  const site = await serve(build());
  expect(await (await fetch(site + path)).text()).toBe("next");
});

test.each([
  "x-demo-pretend",
  "x-middleware-set-cookie",
  "x-middleware-rewrite",
  "x-nextjs-data",
  "next-resume",
])("a request with %s goes through Next.js, which acts on it or takes it away", async (name) => {
  const site = await serve(build());
  const response = await fetch(`${site}/demo/a/api/threads`, { headers: { [name]: "no-cookie" } });
  expect(await response.text()).toBe("next");
});

test("a route that fails ends the answer, says why in the log, and does not end the server", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  cleanUps.push(() => log.mockRestore());
  const site = await serve(build({ handler: "async () => { throw new Error('broken route'); }" }));
  await expect(fetch(`${site}/demo/a/api/threads`)).rejects.toThrow();
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: "broken route" }));
  expect(await (await fetch(`${site}/docs`)).text()).toBe("next");
});

test("a build without the route is not served", () => {
  const folder = build({ route: false });
  expect(() => demoEntry(folder)).toThrow("/demo/[browser]/api/[...path]/route");
});
