import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  // Finds the tables with and without a folder `src`.
  schema: "./{src/,}db/{auth-schema,schema}.ts",
  out: "./drizzle",
});
