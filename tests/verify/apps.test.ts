import { afterEach, describe, expect, test } from "vitest";
import { conversations, type Shape, usual } from "../support/apps/conversations";
import { jsonColumnMistakes, startJsonColumn } from "../support/apps/json-column";
import { type RunningApp, startApp } from "../support/apps/kit";
import { serverActionsMistakes, startServerActions } from "../support/apps/server-actions";
import { startSpecListings } from "../support/apps/spec-listings";
import { startVercelChatbot, vercelChatbotMistakes } from "../support/apps/vercel-chatbot";
import { outcomeOf, readReport, runVerifier } from "../support/verifier";

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

/** What the verifier says of an app, in a strict run unless it is said otherwise. */
async function verify(starting: Promise<RunningApp>, args: string[], mode = ["--strict"]) {
  const app = await starting;
  stop = app.stop;
  const { stdout } = await runVerifier(["--json", ...mode, ...args, app.url]);
  const report = readReport(stdout);
  return {
    ...outcomeOf(report),
    reasons: report.checks.flatMap(({ skipped, notes }) => [skipped ?? "", ...notes]).join("\n"),
  };
}

const like = (shape: Partial<Shape>, options?: Parameters<typeof startApp>[1]) =>
  startApp((app) => conversations(app, { ...usual, ...shape }), options);

const noMessages = ["message-overwrite", "order", "repeat", "kept-answer"];
const paths = ["--threads", "/chat/conversations", "--chat", "/chat/ask", "--auth", "/sessions"];
const template = [
  "--threads",
  "/api/history",
  "--thread",
  "/api/chat?id={id}",
  "--messages",
  "/api/messages?chatId={id}",
];

/** An app that is right, how it is verified, and what it does not have. */
const rightApps: [name: string, start: () => Promise<RunningApp>, args: string[], skipped: string[]][] = [
  ["with all that there is, on Hono", () => like({}), [], ["pages"]],
  [
    "at other paths",
    () => like({ threads: "/chat/conversations", chat: "/chat/ask" }, { authPath: "/sessions" }),
    paths,
    ["pages"],
  ],
  ["behind a base path", () => like({}, { under: "/assistant" }), [], ["pages"]],
  ["with ids in the body", () => like({ changes: "by an id in the body" }), [], ["pages", "given-name"]],
  ["whose list has pages by a `Link`", () => like({ pages: "link" }), [], []],
  ["whose list is wrapped, with a cursor in its body", () => like({ pages: "cursor" }), [], []],
  ["without titles", () => like({ hasTitles: false }), [], ["pages", "given-name"]],
  ["without message routes", () => like({ messages: "none" }), [], ["pages", ...noMessages]],
  ["whose messages are changed one by one", () => like({ messages: "changed one by one" }), [], ["pages"]],
  [
    "whose threads can be neither renamed nor deleted",
    () => like({ changes: "nowhere" }),
    [],
    ["pages", "given-name"],
  ],
  [
    "whose conversation is one JSON column",
    () => startJsonColumn(),
    [],
    ["pages", "message-overwrite", "order", "repeat", "given-name", "kept-answer"],
  ],
  [
    "whose first question makes the chat, on PostgreSQL",
    () => startVercelChatbot(),
    template,
    ["pages", "mass-assignment", "message-overwrite", "order", "repeat", "given-name"],
  ],
  [
    "whose threads are changed by server actions",
    () => startServerActions(),
    [],
    [
      "gate-threads",
      "isolation",
      "pages",
      "ownership",
      "identity",
      "mass-assignment",
      "message-overwrite",
      "order",
      "repeat",
      "given-name",
      "kept-answer",
      "tools",
    ],
  ],
];

test.each(rightApps)("there is nothing wrong with an app %s", async (_, start, args, skipped) => {
  const found = await verify(start(), args);
  expect(found).toMatchObject({ fails: [], faults: [], problem: null });
  expect(found.skipped).toEqual(skipped);
});

test("403 for another user's thread is no fault, and 404 for both would be better", async () => {
  const { fails } = await verify(like({ foreign: 403 }), [], []);
  expect(fails).toEqual([]);
  await stop();
  const strict = await verify(like({ foreign: 403 }), []);
  expect(strict.fails).toEqual(["ownership"]);
  expect(strict.faults.filter((fault) => !fault.includes("anybody can find out"))).toEqual([]);
});

test("without sign-up by e-mail, two users' cookies do", async () => {
  const app = await like({}, { hasSignUp: false });
  const cookies = ["--cookie-a", await app.signUp(), "--cookie-b", await app.signUp()];
  const found = await verify(Promise.resolve(app), cookies);
  expect(found).toMatchObject({ fails: [], faults: [], problem: null });
  expect(found.skipped).toEqual(["cookie", "pages", "session", "sign-out", "guesses"]);
});

test("of the short listings alone, the gates hold, and what they leave open is said", async () => {
  const found = await verify(startSpecListings(), [], []);
  expect(found).toMatchObject({ problem: null, fails: ["origin"] });
  expect(found.faults.join("\n")).toMatch(/Another site can ask the model.*input: POST \/api\/chat .*: 500/s);
  expect(found.skipped).not.toContain("gate-threads");
  expect(found.reasons).toContain("your app has no POST /api/threads (404)");
});

const templates = [
  ["one JSON column", jsonColumnMistakes, startJsonColumn, []],
  ["a chat on PostgreSQL", vercelChatbotMistakes, startVercelChatbot, template],
  ["server actions", serverActionsMistakes, startServerActions, []],
] as const;

describe.each(templates)(
  "in %s, a mistake is noticed by exactly the checks that should:",
  (_, mistakes, start, args) => {
    // An answer that is never stored is waited for.
    test.each(Object.entries(mistakes))("%s", { timeout: 60_000 }, async (mistake, checks) => {
      const { fails, faults, problem } = await verify(start(mistake as never), [...args]);
      expect(problem).toBe(null);
      expect(fails, faults.join("\n")).toEqual(checks);
    });
  },
);
