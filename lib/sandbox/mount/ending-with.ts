/** The same stream with a text at its end, if it gets there. */
export function endingWith(stream: ReadableStream<Uint8Array>, last: () => string) {
  const reader = stream.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.enqueue(new TextEncoder().encode(last()));
        controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead: the reader's pace is the app's.
    { highWaterMark: 0 },
  );
}
