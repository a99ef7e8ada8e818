/** The shape of a conversation, while it is on its way. */
export function ThreadSkeleton() {
  return (
    <div
      role="status"
      className="mx-auto w-full max-w-176 grow animate-pulse px-4 py-8"
    >
      <span className="sr-only">Loading the messages…</span>
      <div className="ms-auto h-10 w-3/5 rounded-2xl bg-sunken" />
      <div className="mt-8 grid gap-3">
        <div className="h-4 w-11/12 rounded bg-sunken" />
        <div className="h-4 w-4/5 rounded bg-sunken" />
        <div className="h-4 w-2/5 rounded bg-sunken" />
      </div>
    </div>
  );
}
