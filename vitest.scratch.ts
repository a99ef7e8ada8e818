import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export default defineConfig({
  resolve: { alias: [ { find: /^~\//, replacement: at("./") }, { find: /^@\//, replacement: at("examples/nextjs/") }, { find: /^server-only$/, replacement: at("node_modules/next/dist/compiled/server-only/empty.js") } ] },
  test: { include: ["tests/verify/**/*.test.ts"], maxWorkers: 2, testTimeout: 60000 },
});
