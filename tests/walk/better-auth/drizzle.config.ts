import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: ["./db/auth-schema.ts", "./db/schema.ts"],
  dbCredentials: { url: "app.db" },
});
