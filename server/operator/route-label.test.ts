import { expect, test } from "vitest";
import { routeLabel } from "./route-label";

test.each([
  ["/", "/"],
  ["/docs/setup", "/docs/[page]"],
  ["/docs/setup.md", "/docs/[page].md"],
  ["/examples/nextjs/README.md", "/examples/[path]"],
  ["/raw/examples/nextjs/README.md", "/raw/[path]"],
  ["/_next/static/chunks/a.js", "/_next/static"],
  ["/demo/session", "/demo/session"],
  ["/demo/a/chat", "/demo/[browser]/[page]"],
  ["/demo/a/api/chat", "/demo/[browser]/api/chat"],
  ["/demo/a/api/threads/secret/messages", "/demo/[browser]/api/threads/[id]/messages"],
  ["/demo/a/api/auth/sign-in/email", "/demo/[browser]/api/auth/sign-in/email"],
  ["/demo/a/api/auth/reset-password/secret", "/demo/[browser]/api/auth/[path]"],
  ["/demo/a/api/secret/secret", "other"],
  ["/wp-admin/secret.php", "other"],
  ["/llms.txt", "/[file]"],
])("%s is counted as %s", (path, label) => {
  expect(routeLabel(path)).toBe(label);
});
