import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { contradictions } from "./contradictions.ts";
import { loadOrCreateSecret } from "./secret.ts";
import { StartError } from "./terminal.ts";

export type Settings = Awaited<ReturnType<typeof readSettings>>;

/** Reads the settings and passes them on in the environment, where the site and the example look. */
export async function readSettings() {
  if (existsSync("examples/nextjs/node_modules")) {
    throw new StartError(
      "Remove examples/nextjs/node_modules: React would be loaded twice. Copy the example to run it alone.",
    );
  }

  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  // Reads the environment when it is loaded, so not before it is complete.
  const { env } = await import("../lib/env.ts").catch((error: Error) => {
    throw new StartError(error.message);
  });
  // Set to nothing counts as not set. The provider would call it a mistake, already during the build.
  if (!env.OPENAI_BASE_URL) delete process.env.OPENAI_BASE_URL;

  // What pages hold of the settings. The site's address is empty unless one is set: then one build serves on any port.
  const inPages = [process.env.SITE_URL ?? "", env.REPOSITORY_URL ?? ""];
  const model = env.OPENAI_API_KEY ? "openai" : "demo";
  Object.assign(process.env, {
    PORT: String(env.PORT),
    SITE_URL: env.SITE_URL,
    MODEL: model,
    // The example's own settings.
    BETTER_AUTH_URL: env.SITE_URL,
    BETTER_AUTH_SECRET: env.BETTER_AUTH_SECRET ?? loadOrCreateSecret(env.DATA_DIR),
    BETTER_AUTH_TELEMETRY: "0",
    // The mount writes it anew for each request.
    TRUSTED_ADDRESS_HEADER: "X-Forwarded-For",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  for (const line of contradictions(env)) console.warn(line);
  return { env, model, inPages };
}

/** Points the example's provider at the site's own model, under a key that nobody else knows. */
export function pointAtDemoModel(port: number) {
  const key = randomBytes(32).toString("hex");
  Object.assign(process.env, {
    MODEL_KEY: key,
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/model/v1`,
  });
}
