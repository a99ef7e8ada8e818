/** Next.js calls this when a server starts, and waits for it before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    if (process.env.NODE_ENV === "development") {
      const { prepareDevelopment } = await import("./dev/prepare");
      await prepareDevelopment();
    }
    const { warnOfMissingSettings } = await import("./server/missing-settings");
    warnOfMissingSettings();
    const { migrateDatabase } = await import("./db/migrate");
    migrateDatabase();
  }
}
