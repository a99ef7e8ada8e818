import { z } from "zod";
import type { ToolOffer } from "~/examples/nextjs/dev/stand-in-model";
import { readBody } from "~/lib/sandbox/http/body";
import { ApiError } from "./api-error";

/** A demo's conversation has a tenth of this. More is a mistake or an attack. */
const maxBytes = 512 * 1024;

/** Characters of a question that are read. Nobody asks in more words, and a pasted file is no question. */
const questionLength = 1_000;

const textPart = z
  .object({ type: z.enum(["input_text", "output_text"]), text: z.string() })
  .transform(({ text }) => [text]);
/** Files and images. They are allowed in a conversation, and ignored by a model that reads text. */
const otherPart = z.looseObject({ type: z.string() }).transform((): string[] => []);

const message = z
  .object({
    type: z.literal("message").optional(),
    role: z.enum(["user", "assistant", "system", "developer"]),
    content: z.union([z.string(), z.array(z.union([textPart, otherPart]))]),
  })
  .transform(({ role, content }) => [
    { role, text: typeof content === "string" ? content : content.flat().join("\n") },
  ]);
/** What a tool gave. */
const toolOutput = z
  .object({ type: z.literal("function_call_output"), output: z.string() })
  .transform(({ output }) => [{ role: "tool" as const, text: output }]);
/** References to earlier answers, tool calls and the like. */
const otherItem = z.looseObject({ type: z.string() }).transform((): z.infer<typeof message> => []);

const toolOffer = z.looseObject({
  name: z.string().optional(),
  description: z.string().optional(),
  parameters: z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }).optional(),
});

/** The fields of OpenAI's `POST /v1/responses` that this model uses. It accepts and ignores those for sampling. */
const responsesBody = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.union([message, toolOutput, otherItem])).max(2_000)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  tools: z.array(toolOffer).max(128).nullish(),
  text: z.looseObject({ format: z.looseObject({ type: z.literal("text") }).optional() }).nullish(),
});

export type ModelRequest = {
  stream: boolean;
  /** What the developer told the model, apart from the conversation. */
  instructions: string;
  /** The user's messages in their order, at least one. Of each there is the beginning. */
  questions: string[];
  /** What the model may call. */
  tools: ToolOffer[];
  /** What the tool gave that it has just called. */
  toolOutput: string | undefined;
};

/** Reads and validates a request's body. Throws an `ApiError` that says what is wrong with it. */
export async function readModelRequest(request: Request): Promise<ModelRequest> {
  const body = await readBody(request, maxBytes);
  if (body === "too large") {
    const message = `The body must not exceed ${maxBytes / 1024} KiB.`;
    throw new ApiError(413, message, { code: "request_too_large" });
  }
  const json: unknown = await new Response(body).json().catch(() => {
    throw new ApiError(400, "The body must be JSON.");
  });
  const parsed = responsesBody.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const param = issue?.path.join(".") || undefined;
    throw new ApiError(400, `Invalid request${param ? ` at '${param}'` : ""}: ${issue?.message}`, { param });
  }
  const { input, instructions, stream, tools } = parsed.data;
  const messages = typeof input === "string" ? [{ role: "user", text: input }] : input.flat();
  const last = messages.at(-1);
  const textsOf = (...roles: string[]) =>
    messages.filter(({ role }) => roles.includes(role)).map(({ text }) => text);
  // Cut here, before anything reads them: what a search costs must not be up to whoever asks.
  const questions = textsOf("user")
    .filter((text) => text.trim() !== "")
    .map((text) => text.slice(0, questionLength));
  if (questions.length === 0) {
    throw new ApiError(400, "'input' must hold a message of the user that has text.", { param: "input" });
  }
  return {
    stream: stream ?? false,
    instructions: [instructions ?? "", ...textsOf("system", "developer")].join("\n"),
    questions,
    tools: tools ?? [],
    toolOutput: last?.role === "tool" ? last.text : undefined,
  };
}
