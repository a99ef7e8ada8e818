import { describe, expect, test } from "vitest";
import { verifierCommand } from "~/lib/checks/verifier-command";
import { pageMarkdown } from "~/lib/guide/page-markdown";
import { siteUrl } from "~/lib/site";
import { source } from "~/lib/source";
import { allHold } from "~/lib/steps/steps";

interface Promised {
  slug: string;
  point?: number;
  /** What the page must name, in words that say so much that they stand there for nothing else. */
  names: string[];
}

const getSession = "auth.api.getSession({ headers: await headers() })";

/** The pages in the order in which they are read, and what each of them is for. */
const promised: Promised[] = [
  {
    slug: "",
    names: [
      "toNextJsHandler(auth)",
      getSession,
      "aui.threads.reload()",
      "The session holds `session.user.id`",
      "Requests to `/api/auth/[...all]` go to better-auth's own handlers",
      "AssistantCloud",
    ],
  },
  {
    slug: "your-app",
    names: [
      "`auth` from `@/auth`",
      "`db` from `@/db`",
      "`authClient` from `@/lib/auth-client`",
      'title="app/assistant.tsx"',
    ],
  },
  {
    slug: "setup",
    names: [
      "/starter.tgz | tar -xz",
      "npm install\nnpm run dev",
      "npx create-next-app@16",
      "BETTER_AUTH_SECRET",
    ],
  },
  {
    slug: "database",
    names: ["betterAuth(", "drizzleAdapter(db", "npx auth@1.7.7 generate", "pnpm exec drizzle-kit generate"],
  },
  {
    slug: "mount-the-handlers",
    point: 1,
    names: [
      'title="app/api/auth/[...all]/route.ts"',
      'import { auth } from "@/auth";',
      'import { toNextJsHandler } from "better-auth/next-js";',
      "export const { GET, POST } = toNextJsHandler(auth);",
    ],
  },
  {
    slug: "gate-the-chat-route",
    point: 2,
    names: [
      'title="app/api/chat/route.ts"',
      getSession,
      'new Response("Unauthorized", { status: 401 })',
      "next/headers",
      "streamText({",
      "openai(",
      "await convertToModelMessages(messages)",
      "result.toUIMessageStreamResponse()",
    ],
  },
  {
    slug: "scope-threads-by-user",
    point: 2,
    names: [
      'title="app/api/threads/route.ts"',
      getSession,
      "new Response(null, { status: 401 })",
      "eq(threads.userId, session.user.id)",
      "desc(threads.updatedAt)",
      "Response.json(rows",
      'references(() => user.id, { onDelete: "cascade" })',
    ],
  },
  {
    slug: "persist-threads-and-messages",
    names: ['title="db/schema.ts"', "`GET /api/threads/[id]/messages`", "Transactions must be synchronous"],
  },
  {
    slug: "react-client",
    names: [
      'title="lib/auth-client.ts"',
      'import { createAuthClient } from "better-auth/react";',
      "createAuthClient()",
    ],
  },
  {
    slug: "connect-the-runtime",
    names: ["RemoteThreadListAdapter", "withFormat", "useRemoteThreadListRuntime"],
  },
  {
    slug: "reload-on-auth",
    point: 3,
    names: [
      'title="app/components/ReloadOnAuth.tsx"',
      "useAui()",
      "authClient.useSession()",
      "aui.threads.reload()",
      "aui.threads().reload()",
      "<AssistantRuntimeProvider>",
      'title="app/components/MyProvider.tsx"',
      "key={session.user.id}",
    ],
  },
  {
    slug: "show-the-chat",
    names: [
      'title="app/page.tsx"',
      "<MyProvider>",
      "if (failure) return <ThreadFailed",
      "rm -f app/SmallChat.tsx",
    ],
  },
  {
    slug: "give-tools-the-users-id",
    names: [
      "toolsOf(userId: string",
      "where(ownedThread(userId, threadId))",
      'renameThread: "user-approval"',
      "decideToolCalls(",
      "respondToApproval({ approved: true })",
    ],
  },
  {
    slug: "run-and-verify",
    names: [
      "`/api/chat` answers 200 to somebody who is signed in, and 401 to everybody else.",
      "curl -i -b alice.txt http://localhost:3000/api/threads",
      verifierCommand(siteUrl),
      allHold,
      "isolation does not hold",
      "GITHUB_STEP_SUMMARY",
      "incognito",
      "/api/auth/sign-in/*",
      "The cookie is HttpOnly and travels by itself.",
      "the browser sends it with every request of the same origin",
    ],
  },
  {
    slug: "test-your-app",
    names: [
      "npx playwright test -c tests",
      "await browser.newContext(",
      "bob.page.request.get(path)",
      "OPENAI_BASE_URL:",
      'title=".github/workflows/test.yml"',
    ],
  },
  {
    slug: "put-it-online",
    names: [
      'title="Dockerfile"',
      "db/backup.mjs data/copy.db",
      "db/restore.mjs data/copy.db",
      "proxy_set_header X-Forwarded-For $remote_addr",
      "proxy_buffering off",
      "BETTER_AUTH_SECRETS",
      "allowedHosts",
      "export const maxDuration",
    ],
  },
  {
    slug: "mistakes",
    names: [
      "getSessionCookie",
      "-    .where(cursor && comesAfter(cursor))",
      "+    .where(and(eq(threads.userId, session.user.id), cursor && comesAfter(cursor)))",
      "key={session.user.id}",
      "looks at `response.ok`",
    ],
  },
  {
    slug: "troubleshooting",
    names: ["MISSING_PARENT", "trustedOrigins", "OPENAI_API_KEY"],
  },
  {
    slug: "notes",
    names: [
      "The user's id is there by default",
      "Cookie-based, same origin",
      'credentials: "include"',
      "Database alignment",
      "`session.user.id` comes from the user row",
      "## Edge runtime",
      "## Cloud users",
      "Clerk, Auth0, Supabase and Firebase",
    ],
  },
];

const url = (slug: string) => (slug ? `/docs/${slug}` : "/docs");

test("the sidebar has the pages in the order in which they are read", () => {
  const order = source.getPageTree().children.flatMap((node) => (node.type === "page" ? [node.url] : []));
  expect(order).toEqual(promised.map(({ slug }) => url(slug)));
});

describe.each(promised)("/docs/$slug", ({ slug, point, names }) => {
  const page = source.getPage(slug ? [slug] : []);

  test(
    point ? `explains integration point ${point}` : "explains none of the integration points alone",
    () => {
      expect(page?.data.point).toBe(point);
    },
  );

  test("has a lede that fits a search result", () => {
    expect(page?.data.description?.length).toBeGreaterThan(60);
    expect(page?.data.description?.length).toBeLessThan(200);
  });

  test("names what it is about, its listings included", async () => {
    if (!page) throw new Error("There is no such page.");
    const text = await pageMarkdown(page);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});
