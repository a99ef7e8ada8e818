import { expect, test } from "vitest";
import { searchSite } from "./site-search";

/** What people type or paste, and where it should lead: to one of these, among the first three. */
const queries: [query: string, ...addresses: string[]][] = [
  ["login", "/docs/react-client#sign-in-and-sign-up"],
  ["log in", "/docs/react-client#sign-in-and-sign-up"],
  ["signin", "/docs/react-client#sign-in-and-sign-up"],
  ["register", "/docs/react-client#sign-in-and-sign-up"],
  ["logout", "/docs/react-client#sign-out", "/docs/react-client#another-tab-signs-out"],
  ["log out other tab", "/docs/react-client#another-tab-signs-out"],
  ["CORS", "/docs/notes#if-the-api-is-on-another-host", "/docs/troubleshooting#blocked-by-cors-policy"],
  [
    "cross-origin cookies",
    "/docs/notes#if-the-api-is-on-another-host",
    "/docs/notes#cookie-based-same-origin",
  ],
  ["vercel", "/docs/put-it-online#vercel-and-other-serverless-platforms"],
  ["vercel preview", "/docs/put-it-online#preview-deployments"],
  ["serverless", "/docs/put-it-online#vercel-and-other-serverless-platforms"],
  ["docker", "/docs/put-it-online#in-a-container"],
  [
    "SQLITE_CANTOPEN",
    "/docs/put-it-online#in-a-container",
    "/docs/put-it-online#vercel-and-other-serverless-platforms",
  ],
  ["Can't find meta/_journal.json file", "/docs/put-it-online#in-a-container"],
  ["nginx", "/docs/put-it-online#a-proxy-in-front"],
  ["proxy_buffering", "/docs/put-it-online#a-proxy-in-front"],
  ["maxDuration", "/docs/put-it-online#maxduration"],
  ["basePath", "/docs/put-it-online#a-path-instead-of-a-subdomain"],
  ["backup", "/docs/put-it-online#backup"],
  ["crossSubDomainCookies", "/docs/notes#if-the-api-is-on-another-host"],
  ["google", "/docs/notes#sign-in-with-google"],
  ["github oauth", "/docs/notes#sign-in-with-google"],
  ["organization", "/docs/notes#plugins-that-change-who-the-user-is"],
  ["guest", "/docs/notes#plugins-that-change-who-the-user-is"],
  ["anonymous users", "/docs/notes#plugins-that-change-who-the-user-is"],
  ["edge runtime", "/docs/notes#edge-runtime"],
  ["middleware", "/docs/gate-the-chat-route#a-proxy-is-no-gate"],
  ["rate limit", "/docs/mount-the-handlers#rate-limits-behind-a-proxy"],
  ["429", "/docs/troubleshooting#too_many_guesses", "/docs/troubleshooting#too_many_questions"],
  ["trustedOrigins", "/docs/mount-the-handlers#which-origins-may-write"],
  ["pagination", "/docs/scope-threads-by-user#page-through-long-lists"],
  ["cascade delete", "/docs/scope-threads-by-user#let-deletes-cascade", "/docs/notes#database-alignment"],
  ["404 or 403", "/docs/scope-threads-by-user#answer-404-not-403"],
  ["AssistantCloud", "/docs/notes#cloud-users"],
  ["useChatRuntime", "/docs/connect-the-runtime#the-runtime", "/docs/connect-the-runtime#the-least"],
  ["prepareSendMessagesRequest", "/docs/connect-the-runtime#the-transport"],
  [
    "generateTitle",
    "/docs/connect-the-runtime#the-thread-list-adapter",
    "/docs/connect-the-runtime#initialize",
  ],
  [
    "loadError",
    "/docs/reload-on-auth#the-call-that-reloads",
    "/docs/connect-the-runtime#the-thread-list-adapter",
  ],
  ["ownedThread", "/docs/scope-threads-by-user#one-thread-id-and-owner-together"],
  [
    "ReloadOnAuth",
    "/docs/reload-on-auth",
    "/docs/reload-on-auth#the-least",
    "/docs/reload-on-auth#the-call-that-reloads",
    "/docs/reload-on-auth#do-you-need-both",
  ],
  [
    "getSession",
    "/docs/gate-the-chat-route#the-least",
    "/docs#read-the-session-in-your-routes",
    "/docs/troubleshooting#signed-in-and-every-route-answers-401",
  ],
  ["owned-thread.ts", "/examples/nextjs/server/owned-thread.ts"],
  ["drizzle.config.ts", "/examples/nextjs/drizzle.config.ts", "/docs/database#the-migration"],
  ["verify.yml", "/examples/ci/verify.yml", "/docs/run-and-verify#verify-in-ci"],
  [
    "Invalid origin",
    "/docs/mount-the-handlers#which-origins-may-write",
    "/docs/mount-the-handlers#set-the-base-url",
  ],
  [
    "TypeError: Transaction function cannot return a promise",
    "/docs/persist-threads-and-messages#transactions-must-be-synchronous",
  ],
  [
    'BetterAuthError: [# Drizzle Adapter]: The model "user" was not found in the schema object. Please pass the schema directly to the adapter options.',
    "/docs/database#check-it",
    "/docs/notes#database-alignment",
    "/docs/database#better-auth-s-tables",
  ],
  [
    "401 after sign in",
    "/docs/troubleshooting#signed-in-and-every-route-answers-401",
    "/docs/gate-the-chat-route#check-it",
    "/docs/mount-the-handlers#check-it",
    "/docs/mount-the-handlers#set-the-base-url",
    "/docs/mount-the-handlers#the-cookie",
  ],
  ["coding agent skill", "/docs#with-a-coding-agent"],
  ["MCP", "/docs#with-a-coding-agent"],
  ["gate the ch", "/docs/gate-the-chat-route"],
];

test.each(queries)("%s leads where it should, among the first three", async (query, ...addresses) => {
  const found = (await searchSite(query)).slice(0, 3).map(({ url }) => url);
  expect(
    found.some((url) => addresses.includes(url)),
    found.join(" "),
  ).toBe(true);
});

test("at least forty of them are asked", () => expect(queries.length).toBeGreaterThanOrEqual(40));

test("a result says its page and its heading, and shows the words that matched", async () => {
  const [first] = await searchSite("rate limits");
  expect(first?.breadcrumbs).toEqual(["Mount the handlers", "Rate limits behind a proxy"]);
  expect(first?.content).toMatch(/<mark>[^<]*limit/i);
});

test("where nothing has the words, the nearest headings are offered, and for nonsense nothing", async () => {
  const near = await searchSite("casscade delets");
  expect(near.map(({ url }) => url)).toContain("/docs/scope-threads-by-user#let-deletes-cascade");
  expect(near.every(({ isNear }) => isNear)).toBe(true);
  expect(await searchSite("zzzzqqqq")).toEqual([]);
  expect(await searchSite("")).toEqual([]);
});

test("what is shown of a text with HTML in it is text", async () => {
  for (const { content } of await searchSite("script tag html"))
    expect(content.replaceAll(/<\/?mark>/g, "")).not.toContain("<mark");
});
