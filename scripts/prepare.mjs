import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

/** What `npm start` and `npm run dev` have in common: they check the machine, read the settings and pass them on. */
export async function prepare() {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    stop(
      `Node ${process.versions.node} is too old for this. Use npm: it runs the Node 24 that \`npm ci\` installed.`,
    );
  }
  if (existsSync("examples/nextjs/node_modules")) {
    stop(
      "Remove examples/nextjs/node_modules: with it, React would be loaded twice. To run the example alone, copy it elsewhere.",
    );
  }

  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  const { env } = await import("../lib/env.ts").catch((error) => stop(error.message));
  await checkPort(env.PORT);

  // Set to nothing counts as not set. The provider would call it a mistake, already during the build.
  if (!env.OPENAI_BASE_URL) delete process.env.OPENAI_BASE_URL;

  const { keptSecret } = await import("../lib/server/secret.ts");
  const model = env.OPENAI_API_KEY ? "openai" : "demo";
  Object.assign(process.env, {
    PORT: String(env.PORT),
    SITE_URL: env.SITE_URL,
    MODEL: model,
    // The example's own settings.
    BETTER_AUTH_URL: env.SITE_URL,
    BETTER_AUTH_SECRET: env.BETTER_AUTH_SECRET ?? keptSecret(env.DATA_DIR),
    BETTER_AUTH_TELEMETRY: "0",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  return { env, model };
}

/** Points the example's provider at the site's own model, under a key that nobody else knows. */
export function useDemoModel(port) {
  const key = randomBytes(32).toString("hex");
  Object.assign(process.env, {
    MODEL_KEY: key,
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/model/v1`,
  });
}

export function say(line) {
  console.log(`▸ ${line}`);
}

/** Ends the start with one line that says what to do. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}

/** Asks before anything slow begins. */
async function checkPort(port) {
  const probe = createServer();
  await new Promise((resolve) => {
    probe.once("error", (error) => stop(portMessage(port, error)));
    probe.listen(port, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

export function portMessage(port, error) {
  if (error.code === "EADDRINUSE") return `Port ${port} is taken. Choose another, for instance PORT=${port + 1}.`;
  return `Port ${port} cannot be used: ${error.message}`;
}
