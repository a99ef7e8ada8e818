import { createGuideSearch, type GuideSearch } from "~/lib/search/guide-search";
import { splitSections } from "~/lib/search/split-sections";

/** A guide of two pages, for tests. */
export function fixtureGuide(): Promise<GuideSearch> {
  return createGuideSearch(
    [
      {
        title: "Gate the chat route",
        description: "Answer 401 unless there is a session.",
        url: "/docs/gate-the-chat-route",
        markdown: `
The chat route spends money, so it must know who asks.

## Read the session [#read-the-session]

The route asks \`auth.api.getSession\` for the session. Without one it answers **401**. See [below](#sign-out).

\`\`\`ts title="app/api/chat/route.ts"
if (!session) return new Response("Unauthorized", { status: 401 });
\`\`\`

## Sign-out [#sign-out]

Signing out clears the cookie. After that the chat route answers 401 again.
`,
      },
      {
        title: "Reload on auth",
        url: "/docs/reload-on-auth",
        markdown: `
A session arrives after the first render. \`ReloadOnAuth\` then loads the thread list again:

- on sign-in, once
- never while the session is pending

| what happened | what to do |
| --- | --- |
| another user signs in | remount the provider |
`,
      },
    ].flatMap(splitSections),
  );
}
