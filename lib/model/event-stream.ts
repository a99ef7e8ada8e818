import { setTimeout as sleep } from "node:timers/promises";
import { type ResponseParts, words } from "./response-object";

type Pace = {
  wordsPerSecond: number;
  signal: AbortSignal;
  /** Whether it ends with an error in the middle. */
  breaksOff: boolean;
};

/** Streams an answer word by word as the Responses API's server-sent events. An abort ends it at once. */
export function eventStream(text: string, parts: ResponseParts, pace: Pace): Response {
  const events = responseEvents(text, parts, pace);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await events.return(undefined);
    },
  });
  return new Response(body, {
    // no-transform: a server that compresses would hold words back until it has a block full of them.
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
    },
  });
}

async function* responseEvents(
  text: string,
  { itemId, part, item, response }: ResponseParts,
  { wordsPerSecond, signal, breaksOff }: Pace,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let sequence = 0;
  const event = (type: string, fields: object) => {
    const data = JSON.stringify({ type, ...fields, sequence_number: sequence++ });
    return encoder.encode(`event: ${type}\ndata: ${data}\n\n`);
  };

  const inItem = { item_id: itemId, output_index: 0, content_index: 0 };
  yield event("response.created", { response: response("in_progress") });
  yield event("response.in_progress", { response: response("in_progress") });
  yield event("response.output_item.added", { output_index: 0, item: item("in_progress") });
  yield event("response.content_part.added", { ...inItem, part: part("in_progress") });
  const all = words(text);
  for (const [spoken, delta] of all.entries()) {
    await sleep(1_000 / wordsPerSecond, undefined, { signal }).catch(() => {});
    // The reader has left.
    if (signal.aborted) return;
    if (breaksOff && spoken > all.length / 2) {
      yield event("error", { code: "server_error", message: "The question asks to break off.", param: null });
      return;
    }
    yield event("response.output_text.delta", { ...inItem, delta });
  }
  yield event("response.output_text.done", { ...inItem, text });
  yield event("response.content_part.done", { ...inItem, part: part("completed") });
  yield event("response.output_item.done", { output_index: 0, item: item("completed") });
  yield event("response.completed", { response: response("completed") });
}
