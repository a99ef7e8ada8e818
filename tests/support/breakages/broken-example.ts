import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { startStandInModel } from "../../../examples/nextjs/dev/stand-in-model.ts";
import type { Breakage } from "../../../lib/checks/breakages.ts";
import { foreignEnv, root } from "../environment.ts";
import { freePort } from "../free-port.ts";
import { startService } from "../service.ts";
import { exampleFolder, type Files, serverHalf } from "./example-files.ts";
import { filesOfVariants, migrationsOf } from "./variants.ts";

/** In the repository, whose packages it uses. */
const folder = join(root, ".breakages");

const next = [process.execPath, join(root, "node_modules/next/dist/bin/next")] as const;

/** Builds the example once, with each of these mistakes in it. */
export async function buildBrokenExample(breakages: readonly Breakage[]) {
  rmSync(folder, { recursive: true, force: true });
  write(withoutRateLimit(filesOfVariants(serverHalf(), breakages)));
  write(
    new Map([
      ["next.config.ts", config],
      ["package.json", '{ "type": "module" }'],
    ]),
  );
  for (const file of ["tsconfig.json", "instrumentation.ts", "db/migrate.ts", "server/missing-settings.ts"]) {
    await copyFile(join(exampleFolder, file), join(folder, file));
  }
  const [node, ...args] = next;
  await promisify(execFile)(node, [...args, "build"], { cwd: folder, env: foreignEnv() });
  const model = await startStandInModel();

  return {
    /** Starts it with this mistake, or with none, and a database of its own. */
    async start(breakage?: string) {
      const port = await freePort();
      const data = mkdtempSync(join(tmpdir(), "breakage-"));
      const database = join(data, "app.db");
      if (breakage) migrateAsIn(breakage, database);
      const address = `http://localhost:${port}`;
      const service = await startService({
        command: [...next, "start", "--port", String(port)],
        cwd: folder,
        env: {
          ...foreignEnv(),
          BREAKAGE: breakage,
          BETTER_AUTH_URL: address,
          BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
          DATABASE_FILE: database,
          OPENAI_BASE_URL: model.baseURL,
          OPENAI_API_KEY: model.key,
        },
        url: `${address}/api/auth/ok`,
      });
      async function stop() {
        await service.stop();
        rmSync(data, { recursive: true });
      }
      return { address, stop };
    },
    async stop() {
      model.server.closeAllConnections();
      model.server.close();
    },
  };
}

const config = `export default {
  serverExternalPackages: ["better-sqlite3"],
  // A mistake need not have the right types.
  typescript: { ignoreBuildErrors: true },
};
`;

function write(files: Files) {
  for (const [file, text] of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** The verifier waits when better-auth limits it, which is right and takes long. */
function withoutRateLimit(files: Files): Files {
  const unlimited = [...files].map(([file, text]) => {
    if (!/(^|\/)auth\.ts$/.test(file)) return [file, text] as const;
    const changed = text.replace(/\n\}\);\n$/, "\n  rateLimit: { enabled: false },\n});\n");
    if (changed === text) throw new Error(`${file} does not end with better-auth's options.`);
    return [file, changed] as const;
  });
  return new Map(unlimited);
}

/** The server then finds a database that is up to date. */
function migrateAsIn(breakage: string, file: string) {
  const migrationsFolder = join(folder, migrationsOf(breakage));
  if (!existsSync(migrationsFolder)) return;
  const client = new Database(file);
  migrate(drizzle(client), { migrationsFolder });
  client.close();
}
