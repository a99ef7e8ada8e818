import { z } from "zod";
import { ApiError } from "./api-error";

/** A demo's conversation has a tenth of this. More is a mistake or an attack. */
const longestBody = 512 * 1024;

const textPart = z.object({ type: z.enum(["input_text", "output_text"]), text: z.string() });
/** Files and images. They are allowed in a conversation, and ignored by a model that reads text. */
const otherPart = z.looseObject({ type: z.string() });

const message = z.object({
  type: z.literal("message").optional(),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content: z.union([z.string(), z.array(z.union([textPart, otherPart]))]),
});
/** References to earlier answers, tool calls and the like. */
const otherItem = z.looseObject({ type: z.string() });

/** The fields of OpenAI's `POST /v1/responses` that this model uses. It accepts and ignores those for sampling. */
const responsesBody = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.union([message, otherItem])).max(2_000)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  text: z.looseObject({ format: z.looseObject({ type: z.literal("text") }).optional() }).nullish(),
});

export type ModelRequest = {
  stream: boolean;
  /** What the developer told the model, apart from the conversation. */
  instructions: string;
  /** The user's messages in their order, at least one. */
  questions: string[];
};

/** Reads and validates a request's body. Throws an `ApiError` that says what is wrong with it. */
export async function readModelRequest(request: Request): Promise<ModelRequest> {
  const parsed = responsesBody.safeParse(parseJson(await readText(request)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const param = issue?.path.join(".") || undefined;
    throw new ApiError(400, `Invalid request${param ? ` at '${param}'` : ""}: ${issue?.message}`, { param });
  }
  const { input, instructions, stream } = parsed.data;
  const messages = typeof input === "string" ? [{ role: "user", text: input }] : input.flatMap(asMessage);
  const textsOf = (...roles: string[]) =>
    messages.filter(({ role }) => roles.includes(role)).map(({ text }) => text);
  const questions = textsOf("user").filter((text) => text.trim() !== "");
  if (questions.length === 0) {
    throw new ApiError(400, "'input' must hold a message of the user that has text.", { param: "input" });
  }
  return {
    stream: stream ?? false,
    instructions: [instructions ?? "", ...textsOf("system", "developer")].join("\n"),
    questions,
  };
}

function asMessage(item: unknown): { role: string; text: string }[] {
  const parsed = message.safeParse(item);
  if (!parsed.success) return [];
  const { role, content } = parsed.data;
  if (typeof content === "string") return [{ role, text: content }];
  const texts = content.flatMap((part) => {
    const text = textPart.safeParse(part);
    return text.success ? [text.data.text] : [];
  });
  return [{ role, text: texts.join("\n") }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, "The body must be JSON.");
  }
}

/** Stops reading at the limit, whatever length the header claims. */
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > longestBody) {
      throw new ApiError(413, `The body must not exceed ${longestBody / 1024} KiB.`, {
        code: "request_too_large",
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
