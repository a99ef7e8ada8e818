import { hash, timingSafeEqual } from "node:crypto";
import type { GuideSearch } from "~/lib/search/guide-search";
import { answer } from "./answer";
import { ApiError } from "./api-error";
import { eventStream } from "./event-stream";
import { readModelRequest } from "./request";
import { describeResponse } from "./response-object";
import { asksForTitle, titleOf } from "./title";
import { callResponse, chooseTool } from "./tool-call";
import { sayToolOutput } from "./tool-output";

type ModelOptions = {
  /** The key that callers must send. Without one, the model is off. */
  key: string | undefined;
  guide: () => Promise<GuideSearch>;
  wordsPerSecond: number;
};

/** The demo's language model: OpenAI's `POST /v1/responses`, answered from the guide's text. */
export function createModelHandler({ key, guide, wordsPerSecond }: ModelOptions) {
  return async function respond(request: Request): Promise<Response> {
    try {
      if (!key) throw new ApiError(404, "The embedded model is off: this site uses another one.");
      if (!carriesKey(request, key)) {
        throw new ApiError(401, "Send the embedded model's key as 'Authorization: Bearer …'.", {
          code: "invalid_api_key",
        });
      }
      const { stream, instructions, questions, tools, toolOutput } = await readModelRequest(request);
      const prompt = [instructions, ...questions].join("\n");
      const call = toolOutput === undefined ? chooseTool(questions.at(-1) ?? "", tools) : undefined;
      if (call) return callResponse(call, prompt, stream);
      const text = asksForTitle(instructions)
        ? titleOf(questions[0] ?? "")
        : toolOutput === undefined
          ? await answer(questions, await guide())
          : sayToolOutput(toolOutput);
      const parts = describeResponse(text, prompt);
      if (!stream) return Response.json(parts.response("completed"));
      return eventStream(text, parts, {
        wordsPerSecond,
        signal: request.signal,
        breaksOff: asksToBreakOff(questions.at(-1) ?? ""),
      });
    } catch (error) {
      if (error instanceof ApiError) return error.toResponse();
      console.error("The embedded model failed:", error);
      return new ApiError(500, "The embedded model failed; its log says why.").toResponse();
    }
  };
}

/** So that a reader can see what becomes of half an answer. */
const asksToBreakOff = (question: string) => /\bbreak off\b/i.test(question);

/** Whether the request carries the key, compared in a time that does not depend on how much of it is right. */
function carriesKey(request: Request, key: string): boolean {
  const sent = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(sent), digest(key));
}

/** Digests have one length, which `timingSafeEqual` asks for. */
const digest = (text: string) => hash("sha256", text, "buffer");
