export interface Mistake {
  /** Its folder in examples/mistakes. */
  name: string;
  title: string;
  /** What the reader sees when it is switched on. */
  symptom: string;
  /** The wrong file, by its path in the example. */
  file: string;
  /** The page that explains the right one. */
  page: string;
  /** Where the wrong file runs: in the route handlers, or in the browser. */
  side: "server" | "client";
}

export const mistakes = [
  {
    name: "chat-without-gate",
    title: "A chat route without a gate",
    symptom: "A signed-out browser chats at the operator's cost.",
    file: "app/api/chat/route.ts",
    page: "gate-the-chat-route",
    side: "server",
  },
  {
    name: "list-without-where",
    title: "A list without the user in its where",
    symptom: "Bob sees Alice's threads.",
    file: "app/api/threads/route.ts",
    page: "scope-threads-by-user",
    side: "server",
  },
  {
    name: "message-without-ownership",
    title: "A message route that does not ask whose thread it is",
    symptom: "Bob writes into Alice's thread by its id.",
    file: "app/api/threads/[id]/messages/route.ts",
    page: "persist-threads-and-messages",
    side: "server",
  },
  {
    name: "patch-spreads-body",
    title: "A PATCH that spreads the body",
    symptom: "A PATCH moves a thread to another user.",
    file: "app/api/threads/[id]/route.ts",
    page: "scope-threads-by-user",
    side: "server",
  },
  {
    name: "no-reload-on-auth",
    title: "A list that is asked for once",
    symptom: "The list stays empty after a late sign-in.",
    file: "app/components/ReloadOnAuth.tsx",
    page: "reload-on-auth",
    side: "client",
  },
  {
    name: "reload-is-not-isolation",
    title: "A runtime that outlives its user",
    symptom: "Alice signs out, Bob signs in, and Alice's open conversation is still there.",
    file: "app/components/MyProvider.tsx",
    page: "reload-on-auth",
    side: "client",
  },
  {
    name: "unchecked-response",
    title: "A response that nobody checks",
    symptom: "A failed rename looks as if it had worked.",
    file: "lib/request.ts",
    page: "persist-threads-and-messages",
    side: "client",
  },
  {
    name: "cookie-existence-is-no-session",
    title: "A gate that only looks for a cookie",
    symptom: "A forged cookie passes a gate that only looks whether one is there.",
    file: "app/api/chat/route.ts",
    page: "gate-the-chat-route",
    side: "server",
  },
] as const satisfies readonly Mistake[];

/** The mistake of this name. Throws for an unknown one, which stops the build. */
export function findMistake(name: string) {
  const mistake = mistakes.find((mistake) => mistake.name === name);
  if (mistake) return mistake;
  throw new Error(`There is no mistake "${name}". See lib/mistakes/mistakes.ts.`);
}

export type MistakeName = (typeof mistakes)[number]["name"];

type NameOn<Side> = Extract<(typeof mistakes)[number], { side: Side }>["name"];

export type ServerMistake = NameOn<"server">;

export type ClientMistake = NameOn<"client">;
