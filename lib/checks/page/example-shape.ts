import { threadActions } from "../actions";
import type { Shape } from "../shape";

/** How the example wants to be asked. That is known, and spares the visitor's sandbox the requests that would find it out. */
export const exampleShape: Shape = {
  threadBody: () => ({ localId: crypto.randomUUID() }),
  messageBody: (id, text) => ({
    id,
    parent_id: null,
    format: "ai-sdk/v6",
    content: { role: "user", parts: [{ type: "text", text }] },
  }),
  messageMethods: ["POST"],
  hasThreadRoute: true,
  // A question that belongs to no thread, so that nothing is kept of it.
  chatHasThread: false,
  actions: threadActions,
  ownerFields: ["userId", "user_id"],
};
