import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { db } from "@/db";
import * as schema from "@/db/auth-schema";

// #region auth
export const auth = betterAuth({
  // Where browsers reach the app. It decides which origins may write, and whether
  // cookies are `Secure`. Next.js puts the port it listens on into PORT, so on your
  // own machine nothing needs to be set.
  baseURL:
    process.env.BETTER_AUTH_URL || `http://localhost:${process.env.PORT || 3000}`,
  database: drizzleAdapter(db, { provider: "sqlite", schema }),
  emailAndPassword: { enabled: true },
  // Sign-in is limited to 3 tries in 10 seconds from an address. The count lives in
  // this process: with several instances, set `rateLimit: { storage: "database" }`
  // and generate the schema again.
  telemetry: { enabled: false },
});
// #endregion auth
