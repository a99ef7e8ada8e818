/** How a reader sees that a step is done. */
export type Check =
  /** A command in a second terminal, and a part of what it prints. */
  | { run: string; prints: string }
  /** A page of the app in the browser, and words on it. */
  | { open: string; shows: string };

/**
 * One step of the guide. Its slug is its page's, and its registry item's (`/r/<slug>.json`). What a step needs and does
 * not have comes with the steps before it.
 */
export interface Step {
  slug: string;
  /** Files of `examples/nextjs` that the reader gets, and what each holds. */
  files: Record<string, string>;
  /** Files of which a reader's project may have its own, and what to do then. */
  merge?: Record<string, string>;
  /** Steps without which it does nothing, although it imports none of their files. */
  needs?: string[];
  /** Packages that no import names: commands, and types. */
  tools?: string[];
  /** Settings, for which shadcn writes a line into `.env.local`. */
  envVars?: Record<string, string>;
  check: Check;
}

/** What the verifier says in the end of an app that has all that the guide builds. */
export const allHold = "21 hold, 0 fail, 0 not checked";

const verify = "curl -fsS https://SITE/verify.mjs | node - http://localhost:3000";

/** The steps in the order in which a reader takes them. */
export const steps: Step[] = [
  {
    slug: "setup",
    files: {},
    envVars: { OPENAI_API_KEY: "" },
    check: {
      run: "curl -sI http://localhost:3000",
      prints: "200 OK",
    },
  },
  {
    slug: "database",
    files: {
      "auth.ts": "The better-auth instance",
      "db/index.ts": "The connection, which better-auth and the routes share",
      "db/auth-schema.ts": "better-auth's tables, as its CLI writes them",
      "db/schema.ts": "The tables of threads, messages and uses of the model",
      "drizzle.config.ts": "Where Drizzle Kit finds the tables",
      "drizzle/0000_init.sql": "The first migration, as Drizzle Kit writes it",
      "drizzle/meta/0000_snapshot.json": "The tables as that migration leaves them",
      "drizzle/meta/_journal.json": "The list of migrations",
      "db/migrate.ts": "Applies the migrations",
      "instrumentation.ts": "What runs before the first request",
      "dev/prepare.ts": "Fills in the settings that are missing in development",
      "dev/secret.ts": "Draws the secret that signs the cookies, and keeps it in `.env`",
      "dev/stand-in-model.ts": "Answers in development while there is no key for a model",
      "server/limit-guesses.ts": "Limits guesses of a password, by the account",
      "server/missing-settings.ts": "Says at start which settings are missing",
      "server/message-schema.ts": "What a message may be made of",
      "lib/message.ts": "How long a message may be, and which answer is empty",
    },
    merge: {
      "auth.ts":
        "Keep yours, with `limitGuesses()` among its plugins. Its adapter must use the database of `db/index.ts`.",
      "db/index.ts": "Keep yours if it exports `db`, and give it the tables of `db/schema.ts`.",
      "db/schema.ts": "Add the three tables to yours.",
      "instrumentation.ts": "Call `migrateDatabase()` in yours, or apply the migrations as you do today.",
    },
    tools: ["auth", "drizzle-kit", "@types/better-sqlite3"],
    check: {
      run: `node -e 'console.log(require("better-sqlite3")("app.db").pragma("table_list").map((table) => table.name).join(" "))'`,
      prints: "threads",
    },
  },
  {
    slug: "mount-the-handlers",
    files: { "app/api/auth/[...all]/route.ts": "Hands every request below /api/auth to better-auth" },
    check: { run: "curl -s http://localhost:3000/api/auth/ok", prints: '{"ok":true}' },
  },
  {
    slug: "gate-the-chat-route",
    files: {
      "app/api/chat/route.ts": "The gate, and behind it the model",
      "server/read-body.ts": "Reads and validates the body of a write",
      "server/foreign-origin.ts": "Refuses writes from pages of other sites",
      "server/error-response.ts": "Errors as JSON",
      "server/history.ts": "Reads and writes messages, and asks each time whose thread it is",
      "server/model-limit.ts": "How often one user may ask the model",
      "server/answer.ts": "Asks the model, and stores what it said",
      "server/tools.ts": "What the model may do for the user who asks",
      "server/search-threads.ts": "The search that one of them makes, in the user's own threads",
      "server/json-results.ts": "Has a tool fail whose result could not be stored",
      "server/running-answers.ts":
        "Answers that go on without their reader, and how they are joined and stopped",
      "server/owned-thread.ts": "The `where` of every statement about one thread",
      "lib/thread.ts": "The longest title that the server takes",
      "server/model-stream.ts": "Ends the stream with an error when the model breaks off",
    },
    merge: { "app/api/chat/route.ts": "Keep yours, and put the two lines of the gate first." },
    check: {
      run: "curl -si -X POST http://localhost:3000/api/chat",
      prints: "401 Unauthorized",
    },
  },
  {
    slug: "scope-threads-by-user",
    files: {
      "app/api/threads/route.ts": "The user's own threads, page by page; creates one",
      "app/api/threads/[id]/route.ts": "Reads, changes and deletes one thread",
      "server/thread-cursor.ts": "Where a page of the list ends",
    },
    check: { run: verify, prints: "17 hold, 0 fail, 4 not checked" },
  },
  {
    slug: "persist-threads-and-messages",
    needs: ["scope-threads-by-user"],
    files: {
      "app/api/threads/[id]/messages/route.ts": "Reads and writes the messages of a thread",
      "app/api/threads/[id]/answer/route.ts":
        "Joins the answer that is running, stops it, and lets one go on that has waited for the user",
      "server/decide-tool-calls.ts": "Keeps what the user has decided about a tool call",
      "app/api/threads/[id]/title/route.ts": "Has the model title a thread, and keeps the title",
    },
    check: { run: verify, prints: allHold },
  },
  {
    slug: "react-client",
    files: {
      "lib/auth-client.ts": "better-auth's client for the browser, created once",
      "app/theme.css": "The colours, and the CSS that the components need beside Tailwind",
      "app/globals.css": "Tailwind, and the theme",
      "lib/failure-messages.ts": "What is shown when the server refuses or does not answer",
      "lib/use-hydrated.ts": "Whether React has taken the page over",
      "app/components/auth/SessionProvider.tsx": "Tells the browser what the server knew of the session",
      "app/components/auth/AuthForm.tsx": "Signs in and signs up",
      "app/components/auth/VerifyEmail.tsx":
        "Says that an address has to be verified, and sends the link again",
      "app/components/auth/SignedOut.tsx": "What a signed-out visitor sees",
      "app/components/auth/AccountMenu.tsx": "Who is signed in, and the way out",
      "app/components/ui/Button.tsx": "Buttons",
      "app/components/ui/Field.tsx": "A field of a form with its label",
      "app/components/ui/ErrorNote.tsx": "What went wrong, and a way to try again",
    },
    merge: {
      "app/globals.css": 'Keep yours, and add `@import "./theme.css";` below the import of Tailwind.',
    },
    check: { open: "/", shows: "Signed in" },
  },
  {
    slug: "connect-the-runtime",
    files: {
      "lib/request.ts": "Every call to the server, with a look at its status",
      "lib/thread-list-adapter.ts": "What assistant-ui calls for the list of threads",
      "lib/thread-history-adapter.ts": "What it calls for the messages of a thread",
      "lib/history-failures.ts": "Threads whose messages could not be read",
      "lib/chat-transport.ts": "Sends a question to the chat route",
      "lib/pause.ts": "The time in which the user may not ask, because they have asked too often",
      "lib/use-stop-answer.ts": "Stops an answer on the server",
      "lib/pending-answer.ts": "Where an answer is that may be running already",
      "lib/runtime.ts": "The runtime, for components that change a thread",
      "lib/use-refetch-on-401.ts": "Has the session fetched again after a 401",
      "app/components/RuntimeProvider.tsx": "Ties them together",
    },
    check: { open: "/", shows: "New thread" },
  },
  {
    slug: "reload-on-auth",
    files: {
      "app/components/ReloadOnAuth.tsx": "Loads the list again when the user changes",
      "app/components/MyProvider.tsx": "Ties the runtime to one user",
    },
    check: { open: "/", shows: "New thread" },
  },
  {
    slug: "show-the-chat",
    files: {
      "app/page.tsx": "The page: the session, the provider and the workspace",
      "server/session-for-page.ts": "Reads the session for a page to begin with",
      "app/components/Workspace.tsx": "List and chat, side by side",
      "lib/use-kept-draft.ts": "Keeps what somebody writes while their session ends",
      "lib/use-thread-order.ts": "Moves a thread up when a message is sent in it",
      "lib/use-thread-in-url.ts": "Keeps the open thread in the address",
      "app/components/chat/Thread.tsx": "One conversation",
      "app/components/chat/Welcome.tsx": "What an empty thread shows",
      "app/components/chat/Composer.tsx": "Where a question is written",
      "app/components/chat/TooLong.tsx": "Says that a message is too long, before it is sent",
      "app/components/chat/TooMany.tsx": "Says when the user may ask again",
      "app/components/chat/UserMessage.tsx": "A question",
      "app/components/chat/AssistantMessage.tsx": "An answer",
      "app/components/chat/ToolCall.tsx": "What the model does with a tool, and the question whether it may",
      "app/components/chat/MessageActions.tsx": "Copy, edit, ask again, and the branches",
      "app/components/chat/Markdown.tsx": "An answer's Markdown",
      "app/components/chat/CodeHeader.tsx": "Language and copy button above code",
      "app/components/chat/ThreadError.tsx": "A thread that could not be read, or is not there",
      "app/components/threads/ThreadList.tsx": "The list of threads",
      "app/components/threads/ThreadListItem.tsx": "One thread in the list",
      "app/components/threads/ThreadListItemMenu.tsx": "Rename, archive, delete",
      "app/components/threads/RenameForm.tsx": "A thread's title while it is edited",
      "app/components/threads/DeleteDialog.tsx": "Asks before it deletes",
    },
    merge: {
      "app/page.tsx": "Keep yours, and render the three components where the chat belongs.",
    },
    check: { run: verify, prints: allHold },
  },
];

/**
 * Files of `examples/nextjs` that come with a project and belong to no step. The starter has them; a reader with a
 * project of their own has theirs.
 */
export const projectFiles = [
  ".dockerignore",
  ".env.example",
  ".gitignore",
  ".npmrc",
  "Dockerfile",
  "README.md",
  "app/icon.svg",
  "app/layout.tsx",
  "compose.yaml",
  "db/backup.mjs",
  "db/restore.mjs",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Throws if there is no such step. */
export function findStep(slug: string): Step {
  const step = steps.find((step) => step.slug === slug);
  if (!step) throw new Error(`There is no step ${slug} in lib/steps/steps.ts.`);
  return step;
}

/** The step that brings a file, by the file's path in the repository. */
export const stepOf = (file: string) =>
  steps.find(({ files }) => Object.keys(files).some((path) => file === `examples/nextjs/${path}`));
