import "server-only";
import { openai } from "@ai-sdk/openai";
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  generateId,
  isStepCount,
  streamText,
  type ToolSet,
  toUIMessageStream,
  type UIMessage,
} from "ai";
import { isEmptyAnswer } from "@/lib/message";
import { replaceMessage } from "./history";
import { withJsonResults } from "./json-results";
import { toRow } from "./message-schema";
import { breaksOff, endingWithError } from "./model-stream";
import { toolApproval } from "./tools";

interface Question {
  /** Its last message is the question, or an answer that goes on. */
  conversation: UIMessage[];
  /** What the model may do for the user who asks. */
  tools: ToolSet;
  /** Called with the answer as far as it came. */
  onEnd: (answer: UIMessage) => void;
}

// #region stream
/** Asks the model. What it returns starts the answer, which `signal` stops. */
export async function answerTo({ conversation, onEnd, ...question }: Question) {
  const tools = withJsonResults(question.tools);
  const messages = await convertToModelMessages(conversation, {
    tools,
    // The answer was stopped, or its tool was never approved.
    ignoreIncompleteToolCalls: true,
  });

  return (abortSignal: AbortSignal) => {
    const result = streamText({
      model: openai(process.env.OPENAI_MODEL || "gpt-4o"),
      messages,
      tools,
      toolApproval,
      stopWhen: isStepCount(5),
      abortSignal,
      onError: ({ error }) => console.error("The model failed:", error),
    });

    return createUIMessageStreamResponse({
      stream: toUIMessageStream({
        stream: endingWithError(result.stream),
        originalMessages: conversation,
        // The browser uses the same id for the answer.
        generateMessageId: generateId,
        messageMetadata: ({ part }) =>
          breaksOff(part) ? { interrupted: true } : undefined,
        onEnd: ({ responseMessage }) => onEnd(responseMessage),
        onError: () => "The model did not answer. Try again.",
      }),
    });
  };
}
// #endregion stream

// #region keep
/** Stores an answer as far as it came. */
export function keepAnswer(
  userId: string,
  threadId: string,
  answer: UIMessage,
  questionId: string,
) {
  if (isEmptyAnswer(answer)) return;
  const parts = answer.parts.map(withoutProviderMetadata);
  replaceMessage(userId, threadId, toRow({ ...answer, parts }, questionId));
}
// #endregion keep

type Part = UIMessage["parts"][number];

/** It names items in the provider's store, which are deleted before the thread is. */
function withoutProviderMetadata(part: Part): Part {
  const {
    providerMetadata: _,
    callProviderMetadata: __,
    resultProviderMetadata: ___,
    ...rest
  } = part as Part & Record<string, unknown>;
  return rest as Part;
}
