/** Runs once when the server starts, so that the first visitor does not wait for the template. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { sandboxes } = await import("~/lib/sandbox/sandboxes");
  await sandboxes();
}
