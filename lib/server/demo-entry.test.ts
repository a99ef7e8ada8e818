import { expect, onTestFinished, test, vi } from "vitest";
import { demoEntry } from "./demo-entry";
import { buildWith } from "./fixture-build";
import { serve } from "./fixture-server";

const file = "app/demo/[browser]/api/[...path]/route.js";

/** A build whose route answers "route", or does what `handler` says. */
function build({ route = true, handler = "async (_, response) => void response.end('route')" } = {}) {
  return buildWith({
    "server/app-paths-manifest.json": JSON.stringify(
      route ? { "/demo/[browser]/api/[...path]/route": file } : {},
    ),
    [`server/${file}`]: `exports.handler = ${handler};`,
  });
}

/** A server that answers with the build's route, or "next" where that passes on. */
function serveWith(folder: string) {
  const entry = demoEntry(folder);
  return serve((request, response) => entry(request, response, () => void response.end("next")));
}

/** Who answers: "route" or "next". */
async function answerer(path: string, headers = {}) {
  const site = await serveWith(build());
  return (await fetch(site + path, { headers })).text();
}

test.each([
  "/demo/a/api/threads",
  "/demo/b/api/threads?after=1_x",
  "/demo/a/api/threads/6f1c-_0/messages",
  "/demo/no-such-browser/api/auth/sign-in/email",
])("the route is asked for %s itself", async (path) => {
  expect(await answerer(path)).toBe("route");
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
  expect(await answerer(path)).toBe("next");
});

test.each([
  "x-demo-pretend",
  "x-middleware-set-cookie",
  "x-middleware-rewrite",
  "x-nextjs-data",
  "next-resume",
])("a request with %s goes through Next.js, which acts on it or takes it away", async (name) => {
  expect(await answerer("/demo/a/api/threads", { [name]: "no-cookie" })).toBe("next");
});

test("a route that fails ends the answer, says why in the log, and does not end the server", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  const site = await serveWith(build({ handler: "async () => { throw new Error('broken route'); }" }));
  await expect(fetch(`${site}/demo/a/api/threads`)).rejects.toThrow();
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: "broken route" }));
  expect(await (await fetch(`${site}/docs`)).text()).toBe("next");
});

test("a build without the route is not served", () => {
  const folder = build({ route: false });
  expect(() => demoEntry(folder)).toThrow("/demo/[browser]/api/[...path]/route");
});
