import { fileURLToPath } from "node:url";
import { fumadocsMdx } from "fumadocs-mdx/vite";
import { configDefaults, defineConfig } from "vitest/config";

/** Tests that try many random ways through something. They take minutes, and are a project of their own. */
const property = "**/*.property.test.ts";

/** A build and some hundred servers of its own. */
const breakages = "tests/verify/breakages.test.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Reads the guide's pages, for the tests of what searches them.
  plugins: [fumadocsMdx({ updateViteConfig: false })],
  resolve: {
    // The paths of tsconfig.json, in the order in which they win.
    alias: [
      { find: /^@\/db$/, replacement: at("lib/sandbox/mount/db.ts") },
      { find: /^@\//, replacement: at("examples/nextjs/") },
      { find: /^~\//, replacement: at("./") },
      { find: /^collections\//, replacement: at(".source/") },
      // Next.js resolves it by itself: to nothing on the server, to an error in the browser.
      { find: /^server-only$/, replacement: at("node_modules/next/dist/compiled/server-only/empty.js") },
    ],
  },
  test: {
    environment: "node",
    maxWorkers: 2,
    // What Next.js itself loads first. Without it, its `headers()` works in no test.
    setupFiles: ["next/dist/server/node-environment-baseline"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Hashing a password is slow on purpose, and slower on a busy machine.
          testTimeout: 30_000,
          include: [
            "{app,components,examples,lib,scripts,server}/**/*.test.{ts,tsx}",
            "tests/{content,structure}/*.test.ts",
            "tests/example/{adapter,attachments,development,history,pause,preview-deployments,theme,tools}.test.ts",
          ],
          exclude: [...configDefaults.exclude, property],
        },
      },
      {
        extends: true,
        test: { name: "property", include: [`lib/${property}`] },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: [
            "tests/{api,site,verify}/**/*.test.ts",
            "tests/example/{alone,auth-schema,readers-tests}.test.ts",
          ],
          exclude: [...configDefaults.exclude, breakages],
          globalSetup: "tests/support/setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "breakages",
          include: [breakages],
          // A server and the verifier for each.
          maxConcurrency: 2,
          testTimeout: 60_000,
          // The build.
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "deploy",
          include: ["tests/deploy/**/*.test.ts"],
          globalSetup: "tests/deploy/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They start several servers each, and stop some of them the hard way.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          include: ["tests/engines/**/*.test.ts"],
          globalSetup: "tests/engines/setup.ts",
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "walk",
          include: ["tests/walk/**/*.test.ts"],
          globalSetup: "tests/walk/setup.ts",
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
