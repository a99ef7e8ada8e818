import { randomUUID } from "node:crypto";

/** The name that answers carry in the API. It claims to be no model of OpenAI's. */
const modelName = "guide-demo-model";

type Status = "in_progress" | "completed";

/** OpenAI's response object and its parts, for one answer. */
export function describeResponse(text: string, promptText: string) {
  const id = `resp_${randomUUID().replaceAll("-", "")}`;
  const itemId = `msg_${randomUUID().replaceAll("-", "")}`;
  const createdAt = Math.floor(Date.now() / 1_000);

  const part = (status: Status) => ({
    type: "output_text",
    text: status === "completed" ? text : "",
    annotations: [],
  });
  const item = (status: Status) => ({
    id: itemId,
    type: "message",
    role: "assistant",
    status,
    content: status === "completed" ? [part(status)] : [],
  });
  const response = (status: Status) => ({
    id,
    object: "response",
    created_at: createdAt,
    model: modelName,
    status,
    error: null,
    incomplete_details: null,
    output: status === "completed" ? [item(status)] : [],
    usage: status === "completed" ? usage(promptText, text) : null,
  });
  return { itemId, part, item, response };
}

export type ResponseParts = ReturnType<typeof describeResponse>;

/** This model has no tokens; it counts words. */
function usage(input: string, output: string) {
  const input_tokens = words(input).length;
  const output_tokens = words(output).length;
  return { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens };
}

/** A text's words, each with the white space after it. Joined, they are the text again. */
export function words(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}
