import type { TextStreamPart, ToolSet } from "ai";

type Part = TextStreamPart<ToolSet>;

// #region ending-with-error
/**
 * What the model says, to the end, whatever that is. A connection to the model that
 * breaks would otherwise break the reader's as well: words on their way are lost with
 * it, and nobody is told why.
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
        console.error("The model broke off:", error);
        controller.enqueue({ type: "error", error });
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
// #endregion ending-with-error
