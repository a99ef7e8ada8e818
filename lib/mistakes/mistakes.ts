export interface Mistake {
  /** Its folder in examples/mistakes. */
  name: string;
  title: string;
  /** What the reader sees when it is switched on. */
  symptom: string;
  /** What to do instead, for whoever writes such a file. */
  rule: string;
  /** How to see that it was done. */
  test: string;
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
    rule: "In every route, ask `auth.api.getSession({ headers: await headers() })` before anything else, and answer 401 without a session.",
    test: "`POST /api/chat` without a cookie answers 401.",
    file: "app/api/chat/route.ts",
    page: "gate-the-chat-route",
    side: "server",
  },
  {
    name: "list-without-where",
    title: "A list without the user in its where",
    symptom: "Bob sees Alice's threads.",
    rule: "Put `session.user.id` into the `where` of every list, and of each further page of it.",
    test: "A new user's list is empty while another user has threads.",
    file: "app/api/threads/route.ts",
    page: "scope-threads-by-user",
    side: "server",
  },
  {
    name: "message-without-ownership",
    title: "A message route that does not ask whose thread it is",
    symptom: "Bob writes into Alice's thread by its id.",
    rule: "Find a thread by its id and its owner in one `where`, before anything of it is read or written. What is another user's answers 404, as what does not exist.",
    test: "As a second user, read and write the first one's thread by its id: 404.",
    file: "app/api/threads/[id]/messages/route.ts",
    page: "persist-threads-and-messages",
    side: "server",
  },
  {
    name: "patch-spreads-body",
    title: "A PATCH that spreads the body",
    symptom: "A PATCH moves a thread to another user.",
    rule: "Validate each body with a strict schema, and set the fields by name. Never spread a body into `.set()` or `.values()`.",
    test: "A `PATCH` with a `userId` in its body answers 400 and changes nothing.",
    file: "app/api/threads/[id]/route.ts",
    page: "scope-threads-by-user",
    side: "server",
  },
  {
    name: "no-reload-on-auth",
    title: "A list that is asked for once",
    symptom: "The list stays empty after a late sign-in.",
    rule: "Load the list of threads again when the session's user changes.",
    test: "Sign in after the page has loaded: the list appears without a reload.",
    file: "app/components/ReloadOnAuth.tsx",
    page: "reload-on-auth",
    side: "client",
  },
  {
    name: "reload-is-not-isolation",
    title: "A runtime that outlives its user",
    symptom: "Alice signs out, Bob signs in, and Alice's open conversation is still there.",
    rule: "Give the runtime's provider the user's id as its `key`, so that React removes all that the user before had open.",
    test: "Sign out and in as another user in the same tab: nothing of the first one is on the screen.",
    file: "app/components/MyProvider.tsx",
    page: "reload-on-auth",
    side: "client",
  },
  {
    name: "unchecked-response",
    title: "A response that nobody checks",
    symptom: "A failed rename looks as if it had worked.",
    rule: "Look at the status of every response in the browser, and throw for a failed one.",
    test: "Make a rename fail: the old title comes back, and an error is shown.",
    file: "lib/request.ts",
    page: "persist-threads-and-messages",
    side: "client",
  },
  {
    name: "cookie-existence-is-no-session",
    title: "A gate that only looks for a cookie",
    symptom: "A forged cookie passes a gate that only looks whether one is there.",
    rule: "Let `getSession` decide in the route itself. A proxy that looks whether a cookie is there is no gate.",
    test: "`POST /api/chat` with the cookie `better-auth.session_token=forged` answers 401.",
    file: "app/api/chat/route.ts",
    page: "gate-the-chat-route",
    side: "server",
  },
  {
    name: "tool-takes-the-users-id",
    title: "A tool that takes the user's id from the model",
    symptom: "Bob asks the model for Alice's threads, and it finds them.",
    rule: "Make the tools for each request, with the id from the session. No tool has an argument that says whose data it is about.",
    test: "As a second user, ask the model for the first one's threads by their id: nothing of theirs is in the answer.",
    file: "app/api/chat/route.ts",
    page: "give-tools-the-users-id",
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
