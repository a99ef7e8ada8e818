import * as auth from "@/app/api/auth/[...all]/route";
import * as chat from "@/app/api/chat/route";
import * as answer from "@/app/api/threads/[id]/answer/route";
import * as messages from "@/app/api/threads/[id]/messages/route";
import * as thread from "@/app/api/threads/[id]/route";
import * as title from "@/app/api/threads/[id]/title/route";
import * as threads from "@/app/api/threads/route";

/** A route handler as Next.js calls it. */
export type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

export type Methods = Partial<Record<string, Handler>>;

/** The example's API. Each pattern is the folder of a `route.ts`, and a test holds the list against the files. */
export const routes: Record<string, Methods> = {
  "auth/[...all]": auth,
  chat,
  threads,
  "threads/[id]": thread,
  "threads/[id]/answer": answer,
  "threads/[id]/messages": messages,
  "threads/[id]/title": title,
};

/** A route of the example, found for a path. */
export interface Match {
  /** The pattern that matched. */
  route: string;
  methods: Methods;
  /** The path's `[id]`. It is empty if the pattern has none. */
  id: string;
}

const patterns = Object.entries(routes).map(([route, methods]) => ({
  route,
  methods,
  segments: route.split("/"),
}));

/** Finds the route of a path below `/api/`. */
export function matchRoute(path: string[]): Match | undefined {
  for (const { route, methods, segments } of patterns) {
    const catchAll = segments.at(-1)?.startsWith("[...") ?? false;
    if (catchAll ? path.length < segments.length : path.length !== segments.length) continue;
    if (!segments.every((segment, index) => segment.startsWith("[") || segment === path[index])) continue;
    return { methods, route, id: path[segments.indexOf("[id]")] ?? "" };
  }
  return undefined;
}

/** The handler of a method. As in Next.js, a route that answers GET answers HEAD too. */
export function handlerOf(methods: Methods, method: string): Handler | undefined {
  return methods[method] ?? (method === "HEAD" ? methods.GET : undefined);
}
