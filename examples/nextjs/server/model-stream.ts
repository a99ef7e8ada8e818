import "server-only";
import type { TextStreamPart, ToolSet } from "ai";

type Part = TextStreamPart<ToolSet>;

/**
 * The model's stream, with an error part at its end if the connection to the model
 * breaks. Passed on as it is, the break would cut the reader's stream as well: words
 * on their way would be lost, and the reader would not be told.
 */
export function endingWithError(stream: ReadableStream<Part>) {
  const reader = stream.getReader();
  return new ReadableStream<Part>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        console.error("The connection to the model broke:", error);
        controller.enqueue({ type: "error", error });
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Whether a part ends an answer before the model has said all of it. */
export const breaksOff = (part: Part) =>
  part.type === "abort" ||
  part.type === "error" ||
  (part.type === "finish" && part.finishReason === "length");
