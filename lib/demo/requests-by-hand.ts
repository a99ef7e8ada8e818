import type { ServerMistake } from "~/lib/mistakes/mistakes";
import { seedUsers } from "~/lib/sandbox/protocol/seed-users";

export interface RequestByHand {
  title: string;
  method: "POST" | "PATCH";
  path: string;
  body: unknown;
  /** It carries a session cookie that the sender has made up. */
  isForged?: boolean;
}

const [alice] = seedUsers;

const question = {
  method: "POST",
  path: "/api/chat",
  body: {
    messages: [{ id: "q1", role: "user", parts: [{ type: "text", text: "What does the gate check?" }] }],
  },
} as const;

/** Requests that no page of the app makes, for the mistakes that need them. */
export const requestsFor: Partial<Record<ServerMistake, RequestByHand[]>> = {
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
  "patch-spreads-body": [
    {
      title: "Give a thread of mine to Alice",
      method: "PATCH",
      path: "/api/threads/thread-bob-1",
      body: { userId: alice.id },
    },
  ],
};
