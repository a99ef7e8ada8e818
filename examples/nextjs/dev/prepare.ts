import { createRequire } from "node:module";
import { join } from "node:path";
import { secretIn } from "./secret";
import { startStandInModel } from "./stand-in-model";

/** Fills in the settings that are missing, so that `next dev` needs none. */
export async function prepareDevelopment() {
  if (!process.env.BETTER_AUTH_SECRET) {
    const { secret, isNew } = secretIn(".env");
    set({ BETTER_AUTH_SECRET: secret });
    if (isNew) console.warn("Drew a BETTER_AUTH_SECRET and put it into .env.");
  }

  // Whoever names another server has one, and means to set its key.
  if (!process.env.OPENAI_API_KEY && !process.env.OPENAI_BASE_URL) {
    const { server, baseURL, key } = await startStandInModel();
    server.unref();
    set({ OPENAI_BASE_URL: baseURL, OPENAI_API_KEY: key });
    console.warn(
      "Answers come from a stand-in for a model. For a real one, put OPENAI_API_KEY into .env.local and restart.",
    );
  }
}

/**
 * When a file of settings changes, Next.js first puts the environment back to what it
 * was at its start. These settings then belong to it.
 */
function set(settings: Record<string, string>) {
  Object.assign(process.env, settings);
  nextEnv().updateInitialEnv(settings);
}

/** The module in which the running Next.js keeps its environment, and no copy of it. */
function nextEnv(): { updateInitialEnv(env: Record<string, string>): void } {
  const app = createRequire(join(process.cwd(), "package.json"));
  return createRequire(app.resolve("next/package.json"))("@next/env");
}
