import { AssistantChatTransport } from "@assistant-ui/react-ai-sdk";
import { request } from "./request";

// #region stored
/**
 * Sends the conversation of one thread. The transport first makes sure that the
 * thread exists on the server, so `id` is the server's. The body is spelled out
 * because the route refuses fields that it does not know.
 */
export function createChatTransport() {
  return new AssistantChatTransport({
    fetch: request,
    prepareSendMessagesRequest: ({ id, messages, trigger, messageId }) => ({
      body: { id, messages, trigger, messageId },
    }),
  });
}
// #endregion stored

// #region unstored
/** The same without a thread: without `id`, the route answers and keeps nothing. */
export function createUnstoredChatTransport() {
  return new AssistantChatTransport({
    fetch: request,
    prepareSendMessagesRequest: ({ messages, trigger, messageId }) => ({
      body: { messages, trigger, messageId },
    }),
  });
}
// #endregion unstored
