import { betterAuth } from "better-auth";
import { beforeEach, expect, test, vi } from "vitest";

const own = "chat-git-a-branch-alice.vercel.app";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("VERCEL_URL", "chat-4f2k9-alice.vercel.app");
  vi.stubEnv("VERCEL_BRANCH_URL", own);
});

async function trusts(origin: string, options: Parameters<typeof betterAuth>[0]) {
  const auth = betterAuth({ secret: "a-secret-for-tests-that-is-long-enough", ...options });
  return (await auth.$context).isTrustedOrigin(origin);
}

test.each([
  [`https://${own}`, true],
  ["https://chat-4f2k9-alice.vercel.app", true],
  ["https://chat.example.com", true],
  [`http://${own}`, false],
  ["https://chat-git-a-branch-mallory.vercel.app", false],
  ["https://mallory.vercel.app", false],
])("on a preview deployment %s may write: %s", async (origin, isTrusted) => {
  const { previewBaseURL } = await import("../../examples/deploy/preview-base-url");
  expect(await trusts(origin, { baseURL: previewBaseURL })).toBe(isTrusted);
});

test("outside of Vercel only the app's own address may", async () => {
  vi.stubEnv("VERCEL_URL", undefined);
  vi.stubEnv("VERCEL_BRANCH_URL", undefined);
  const { previewBaseURL } = await import("../../examples/deploy/preview-base-url");
  expect(previewBaseURL.allowedHosts).toEqual(["chat.example.com"]);
});

test("the pattern that the guide warns of trusts whoever has an account there", async () => {
  const options = { baseURL: "https://chat.example.com", trustedOrigins: ["https://*.vercel.app"] };
  expect(await trusts("https://mallory.vercel.app", options)).toBe(true);
});
