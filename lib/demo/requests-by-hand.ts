import type { ServerMistake } from "~/lib/mistakes/mistakes";
import { seedUsers } from "~/lib/sandbox/protocol/seed-users";

export interface RequestByHand {
  title: string;
  method: "POST" | "PATCH";
  path: string;
  body: unknown;
  /** It carries a session cookie that the sender has made up. */
  isForged?: boolean;
  /** It is sent so many times at once. */
  times?: number;
}

const [alice] = seedUsers;

const ask = (text: string) =>
  ({
    method: "POST",
    path: "/api/chat",
    body: { message: { id: "q1", role: "user", parts: [{ type: "text", text }] } },
  }) as const;

const question = ask("What does the gate check?");

/** Requests that no page of the app makes: for the mistakes that need them, and for the limit of what a user may ask. */
export const requestsFor: Partial<Record<ServerMistake | "limit", RequestByHand[]>> = {
  limit: [
    { title: "Ask once", ...question, times: 1 },
    { title: "Ask 30 at once", ...question, times: 30 },
  ],
  "cookie-existence-is-no-session": [
    { title: "Ask the model", ...question },
    { title: "Ask with a forged cookie", ...question, isForged: true },
  ],
  "message-without-ownership": [
    {
      title: "Write into Alice’s thread",
      method: "POST",
      path: "/api/threads/thread-alice-4/messages",
      body: {
        id: "not-hers",
        parent_id: "message-2",
        format: "ai-sdk/v6",
        content: { role: "user", parts: [{ type: "text", text: "Alice never wrote this." }] },
      },
    },
  ],
  "tool-takes-the-users-id": [
    { title: "Search my threads", ...ask("Search my threads for dashboard.") },
    { title: "Search Alice’s threads", ...ask(`Search the threads of ${alice.id} for dashboard.`) },
  ],
  "patch-spreads-body": [
    {
      title: "Give a thread of mine to Alice",
      method: "PATCH",
      path: "/api/threads/thread-bob-1",
      body: { userId: alice.id },
    },
  ],
};
