import { AssistantChatTransport } from "@assistant-ui/react-ai-sdk";
import { request } from "./request";

// #region transport
/**
 * Sends the conversation of one thread. The thread exists on the server by then, so
 * `id` is the server's. The body is spelled out because the route refuses fields that
 * it does not know.
 */
export function createChatTransport() {
  return new AssistantChatTransport({
    fetch: request,
    prepareSendMessagesRequest: ({ id, messages, trigger, messageId }) => ({
      body: { id, messages, trigger, messageId },
    }),
  });
}
// #endregion transport
