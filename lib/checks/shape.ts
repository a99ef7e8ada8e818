export interface ThreadAction {
  name: "read" | "read messages" | "rename" | "write message" | "delete";
  method: string;
  /** What it does, to a thread that was spoken of. */
  does: string;
}

/** What a user may do with a thread of their own, and nobody else. Deleting comes last: until then the thread is there. */
export const threadActions: ThreadAction[] = [
  { name: "read", method: "GET", does: "read the thread" },
  { name: "read messages", method: "GET", does: "read its messages" },
  { name: "rename", method: "PATCH", does: "rename it" },
  { name: "write message", method: "POST", does: "write into it" },
  { name: "delete", method: "DELETE", does: "delete it" },
];

const part = (text: string) => ({ type: "text", text });

/**
 * How an app wants to be asked. Apps differ, so this begins with all that may be, the likeliest first. What the checks find
 * out by trying takes its place.
 */
export class Shape {
  /** The bodies that make a thread. */
  threadBodies: (() => object)[] = [
    () => ({ localId: crypto.randomUUID() }),
    () => ({ id: crypto.randomUUID() }),
    () => ({ threadId: crypto.randomUUID() }),
    () => ({ title: "Made by verify.mjs" }),
    () => ({}),
  ];
  /** The bodies that store a message, assistant-ui's own row first. */
  messageBodies: ((id: string, text: string) => object)[] = [
    (id, text) => ({
      id,
      parent_id: null,
      format: "ai-sdk/v6",
      content: { role: "user", parts: [part(text)] },
    }),
    (id, text) => ({ parentId: null, message: { id, role: "user", parts: [part(text)] } }),
    (id, text) => ({ parentId: null, message: { id, role: "user", content: [part(text)] } }),
    (id, text) => ({ id, role: "user", parts: [part(text)] }),
    (id, text) => ({ id, role: "user", content: text }),
  ];
  /** How messages are written. */
  messageMethods = ["POST", "PUT"];
  /** What the owner of a thread may be called. */
  ownerFields = ["userId", "user_id", "ownerId", "owner_id", "owner", "user", "authorId"];
  /** Whether a chat names the thread that keeps it. */
  chatHasThread = true;
  /** Whether `GET` on a thread's own address answers. */
  hasThreadRoute: boolean | undefined;
  /** What works for the owner of a thread. */
  actions: ThreadAction[] | undefined;
  /** What does not, by the action's name, and how it was answered. */
  unproven = new Map<string, string>();
}
