import {
  AssistantChatTransport,
  type ResumableClientStorage,
} from "@assistant-ui/react-ai-sdk";
import { isToolUIPart, type UIMessage } from "ai";
import { isEmptyAnswer } from "./message";
import type { Pause } from "./pause";
import { decisionsUrl } from "./pending-answer";
import { storeMessage } from "./thread-history-adapter";

// #region transport
/**
 * Sends the new message of one thread, and the id of the message before it. The server
 * has the rest. The thread exists there by then, so `id` is the server's. Where the last
 * message is an answer, it goes on: the user has decided what it was waiting for. When
 * the messages are loaded and `pendingAnswer` names an answer, the transport joins it.
 * `pause` learns of it when the user has asked too often.
 */
export function createChatTransport(
  pendingAnswer: ResumableClientStorage,
  pause: Pause,
) {
  return new AssistantChatTransport({
    fetch: pause.ask,
    async prepareSendMessagesRequest({ id, messages }) {
      const said = messages.filter((message) => !isEmptyAnswer(message));
      const last = said.at(-1);
      if (last?.role === "assistant")
        return { api: decisionsUrl(id), body: decisionsOf(last) };

      await storeUnsent(id, said);
      return { body: { id, message: last, parentId: said.at(-2)?.id ?? null } };
    },
    resumable: { storage: pendingAnswer, resumeApi: (url) => url },
  });
}
// #endregion transport

// #region decisions
/** What the user has decided in an answer. The server knows what was asked. */
function decisionsOf({ id: answerId, parts }: UIMessage) {
  const approvals = parts
    .filter(isToolUIPart)
    .filter(({ state }) => state === "approval-responded")
    .map(({ approval }) => ({ id: approval?.id, approved: approval?.approved }));
  return { answerId, approvals };
}
// #endregion decisions

/** Stores the questions before the last one that never reached the server. */
async function storeUnsent(threadId: string, said: UIMessage[]) {
  const answered = said.findLastIndex(({ role }) => role === "assistant");
  let parentId = said[answered]?.id ?? null;
  for (const question of said.slice(answered + 1, -1)) {
    await storeMessage(threadId, question, parentId);
    parentId = question.id;
  }
}
