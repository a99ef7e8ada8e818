import type { ClientMistake, ServerMistake } from "~/lib/mistakes/mistakes";
import type { ShownBrowser } from "~/lib/sandbox/protocol/addresses";

/** A page of the demo app, below the path of a browser. */
type DemoPath =
  | "/"
  | `/?thread=${string}`
  | "/session"
  | "/chat"
  | "/threads"
  | "/late-sign-in"
  | `/by-hand/${ServerMistake | "limit"}`
  | `/mistakes/${ClientMistake}`;

export interface DemoBrowser {
  name: ShownBrowser;
  path: DemoPath;
  /** The page that it shows instead while the demo's mistake is on. A mistake on the server needs none. */
  wrongPath?: DemoPath;
  /** Says what this browser shows, where two of them differ. */
  label?: string;
}

/** A file of the example that a demo runs, and the region of it that matters there. */
interface DemoFile {
  file: string;
  region?: string;
}

/** A file as the inspector shows it. */
export interface ShownFile {
  path: string;
  region: string | null;
  /** Where the site shows it whole. */
  url: string;
  html: string;
}

export interface Demo {
  title: string;
  /** One browser, or two side by side. */
  browsers: readonly DemoBrowser[];
  /** Height of a browser's page in pixels. It is fixed, so that nothing moves when the demo loads. */
  height: number;
  /** The files that it runs, the one that its page explains first. */
  code: readonly DemoFile[];
}

const handlers = { file: "app/api/auth/[...all]/route.ts", region: "handlers" };
const gate = { file: "app/api/chat/route.ts", region: "gate" };
const list = { file: "app/api/threads/route.ts", region: "list" };
const owned = { file: "server/owned-thread.ts", region: "owned-thread" };
const key = { file: "app/components/MyProvider.tsx", region: "key" };
const reload = { file: "app/components/ReloadOnAuth.tsx", region: "reload-on-auth" };
const client = { file: "lib/auth-client.ts", region: "auth-client" };

const twoApps = [
  { name: "a", path: "/" },
  { name: "b", path: "/" },
] as const;

/** Every demo, by the name that pages use: `<Demo name="session" />`. */
export const demos = {
  home: {
    title: "Two users, two browsers, one app",
    browsers: twoApps,
    height: 560,
    code: [gate, list, owned, key],
  },
  way: {
    title: "Sign in, and follow the requests",
    browsers: [{ name: "a", path: "/threads" }],
    height: 400,
    code: [list, handlers, owned],
  },
  session: {
    title: "Sign up, sign in, sign out",
    browsers: [{ name: "a", path: "/session" }],
    height: 496,
    code: [handlers, client, { file: "app/components/auth/AuthForm.tsx", region: "authenticate" }],
  },
  chat: {
    title: "The chat behind its gate",
    browsers: [{ name: "a", path: "/chat" }],
    height: 520,
    code: [
      gate,
      { file: "server/answer.ts", region: "stream" },
      { file: "lib/request.ts", region: "request" },
    ],
  },
  limit: {
    title: "One user who asks too much, and another",
    browsers: [
      { name: "a", path: "/by-hand/limit" },
      { name: "b", path: "/by-hand/limit" },
    ],
    height: 280,
    code: [
      { file: "server/model-limit.ts", region: "limit" },
      { file: "app/api/chat/route.ts", region: "limit" },
    ],
  },
  threads: {
    title: "The thread lists of two users",
    browsers: [
      { name: "a", path: "/threads" },
      { name: "b", path: "/threads" },
    ],
    height: 480,
    code: [list, owned, key],
  },
  reload: {
    title: "A list that was there before its user",
    browsers: [
      { name: "a", path: "/late-sign-in", label: "With ReloadOnAuth alone" },
      { name: "b", path: "/threads", label: "Below a key of the user’s id" },
    ],
    height: 480,
    code: [reload, key, { file: "lib/thread-list-adapter.ts", region: "list" }],
  },
  app: {
    title: "The whole app",
    browsers: [{ name: "a", path: "/" }],
    height: 640,
    code: [
      { file: "server/history.ts", region: "append" },
      { file: "lib/thread-list-adapter.ts", region: "adapter" },
      { file: "lib/thread-history-adapter.ts", region: "with-format" },
      gate,
    ],
  },
  tools: {
    title: "A model with tools, and two users",
    browsers: twoApps,
    height: 560,
    code: [
      { file: "server/tools.ts", region: "tools" },
      { file: "server/search-threads.ts", region: "search" },
      { file: "server/decide-tool-calls.ts", region: "decide" },
    ],
  },
  verify: {
    title: "The whole app, in two browsers",
    browsers: twoApps,
    height: 560,
    code: [gate, list, owned, handlers],
  },
} satisfies Record<string, Demo>;

/** The demo of this name. Throws for an unknown one, which stops the build. */
export function findDemo(name: string): Demo {
  const demo = Object.entries(demos).find(([known]) => known === name)?.[1];
  if (demo) return demo;
  throw new Error(
    `There is no demo "${name}". Choose one of ${Object.keys(demos).join(", ")}, or add it to lib/demo/demos.ts.`,
  );
}
