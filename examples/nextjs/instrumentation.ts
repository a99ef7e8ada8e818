/** Next.js calls this when a server starts, and waits for it before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    // On an older one, better-sqlite3 ends the process without a word.
    if (Number.parseInt(process.versions.node, 10) < 22)
      throw new Error(
        `This app needs Node.js 22 or newer, and here is ${process.version}.`,
      );
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
