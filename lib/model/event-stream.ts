import { setTimeout as sleep } from "node:timers/promises";
import { type ResponseParts, words } from "./response-object";

type Pace = { wordsPerSecond: number; signal: AbortSignal };

/** Streams an answer word by word as the Responses API's server-sent events. An abort ends it at once. */
export function eventStream(text: string, parts: ResponseParts, { wordsPerSecond, signal }: Pace): Response {
  const stopped = new AbortController();
  const stop = AbortSignal.any([signal, stopped.signal]);
  const events = responseEvents(text, parts, { wordsPerSecond, signal: stop });
  const encoder = new TextEncoder();
  let sequence = 0;

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await events.next();
        if (done) return controller.close();
        const data = JSON.stringify({ ...value, sequence_number: sequence++ });
        controller.enqueue(encoder.encode(`event: ${value.type}\ndata: ${data}\n\n`));
      } catch (error) {
        // The reader has left, so nobody receives the error.
        if (!stop.aborted) throw error;
        controller.close();
      }
    },
    cancel: () => stopped.abort(),
  });
  return new Response(body, {
    // no-transform: a server that compresses would hold words back until it has a block full of them.
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
    },
  });
}

type StreamEvent = { type: string; [field: string]: unknown };

async function* responseEvents(
  text: string,
  { itemId, part, item, response }: ResponseParts,
  { wordsPerSecond, signal }: Pace,
): AsyncGenerator<StreamEvent> {
  const inItem = { item_id: itemId, output_index: 0, content_index: 0 };
  yield { type: "response.created", response: response("in_progress") };
  yield { type: "response.in_progress", response: response("in_progress") };
  yield { type: "response.output_item.added", output_index: 0, item: item("in_progress") };
  yield { type: "response.content_part.added", ...inItem, part: part("in_progress") };
  for (const delta of words(text)) {
    await sleep(1_000 / wordsPerSecond, undefined, { signal });
    yield { type: "response.output_text.delta", ...inItem, delta };
  }
  yield { type: "response.output_text.done", ...inItem, text };
  yield { type: "response.content_part.done", ...inItem, part: part("completed") };
  yield { type: "response.output_item.done", output_index: 0, item: item("completed") };
  yield { type: "response.completed", response: response("completed") };
}
