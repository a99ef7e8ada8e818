// #region instrumentation
/** Next.js calls this when a server starts, and waits for it before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { migrateDatabase } = await import("./db/migrate");
    migrateDatabase();
  }
}
// #endregion instrumentation
