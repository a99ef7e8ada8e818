import { inScope, type Scope } from "../store/scope";

/**
 * The same stream, which is read within the scope wherever its reader runs. So what the app does while it writes, such as storing an
 * answer at the end, happens on the visitor's database. Calls `onEnd` once, however the stream ends.
 */
export function scopedStream(stream: ReadableStream<Uint8Array>, scope: Scope, onEnd: () => void) {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await inScope(scope, () => reader.read());
          if (!done) return controller.enqueue(value);
          controller.close();
          onEnd();
        } catch (error) {
          controller.error(error);
          onEnd();
        }
      },
      async cancel(reason) {
        try {
          await inScope(scope, () => reader.cancel(reason));
        } finally {
          onEnd();
        }
      },
    },
    // Nothing is read ahead: the reader's pace is the app's.
    { highWaterMark: 0 },
  );
}
