import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { handlerOf, matchRoute, routes } from "./routes";

test("every route of the example is mounted", () => {
  const files = globSync("**/route.ts", { cwd: "examples/nextjs/app/api" });
  expect(Object.keys(routes).sort()).toEqual(files.map((file) => file.slice(0, -"/route.ts".length)).sort());
});

test.each([
  ["threads", "threads", ""],
  ["threads/t1", "threads/[id]", "t1"],
  ["threads/t1/messages", "threads/[id]/messages", "t1"],
  ["auth/sign-in/email", "auth/[...all]", ""],
  ["chat", "chat", ""],
])("%s is %s", (path, route, id) => {
  expect(matchRoute(path.split("/"))).toMatchObject({ route, id });
});

test.each(["", "auth", "thread", "threads/t1/nope", "threads/t1/messages/m1", "chat/x"])(
  "there is no %s",
  (path) => expect(matchRoute(path.split("/"))).toBeUndefined(),
);

test("GET answers HEAD too, and nothing that is no method is called", () => {
  const methods = routes.threads ?? {};
  expect(handlerOf(methods, "HEAD")).toBe(methods.GET);
  expect(handlerOf(methods, "DELETE")).toBeUndefined();
});
