import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

/**
 * Checks the machine, reads the settings and passes them on in the environment, where the site and the example look.
 * `siteUrl` is what a build depends on: without an address of its own, one build serves on any port.
 */
export async function readSettings() {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    stop(
      `Node ${process.versions.node} is too old for this. Use npm: it runs the Node 24 that \`npm ci\` installed.`,
    );
  }
  if (existsSync("examples/nextjs/node_modules")) {
    stop(
      "Remove examples/nextjs/node_modules: React would be loaded twice. Copy the example to run it alone.",
    );
  }

  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  const { env } = await import("../lib/env.ts").catch((error) => stop(error.message));
  // Set to nothing counts as not set. The provider would call it a mistake, already during the build.
  if (!env.OPENAI_BASE_URL) delete process.env.OPENAI_BASE_URL;

  const { keptSecret } = await import("../lib/server/secret.ts");
  const siteUrl = process.env.SITE_URL ?? "";
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
  return { env, model, siteUrl };
}

/** Points the example's provider at the site's own model, under a key that nobody else knows. */
export function pointAtDemoModel(port) {
  const key = randomBytes(32).toString("hex");
  Object.assign(process.env, {
    MODEL_KEY: key,
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/model/v1`,
  });
}

/** Runs a command of Next.js. */
export const next = (...args) =>
  spawn(process.execPath, ["node_modules/next/dist/bin/next", ...args], { stdio: "inherit" });

export function say(line) {
  console.log(`▸ ${line}`);
}

/** Ends the start with one line that says what to do. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}

/** Ends the start if the port cannot be had. Asked before anything slow begins. */
export async function checkPort(port) {
  const probe = createServer();
  await new Promise((resolve) => {
    probe.once("error", (error) => stop(portMessage(port, error)));
    probe.listen(port, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

export function portMessage(port, error) {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is taken. Choose another, for instance PORT=${port + 1}.`;
  return `Port ${port} cannot be used: ${error.message}`;
}
