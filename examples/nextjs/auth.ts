import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { nextCookies } from "better-auth/next-js";
import { db } from "@/db";
import * as schema from "@/db/auth-schema";
import { limitGuesses } from "@/server/limit-guesses";

const addressHeader = process.env.TRUSTED_ADDRESS_HEADER;

export const auth = betterAuth({
  // The address at which browsers reach the app. It decides which origins may write,
  // and whether cookies are `Secure`. Next.js puts its port into PORT, so on your own
  // machine there is nothing to set.
  baseURL:
    process.env.BETTER_AUTH_URL || `http://localhost:${process.env.PORT || 3000}`,
  database: drizzleAdapter(db, { provider: "sqlite", schema }),
  emailAndPassword: { enabled: true },
  // Sign-in is limited to 3 tries in 10 seconds from one address. The count is kept
  // in this process. With several instances, set `rateLimit: { storage: "database" }`
  // and generate the schema again.
  advanced: {
    ipAddress: {
      // Anybody can write a header. So the setting names the one that the proxy in
      // front overwrites. Without it none is believed, and all visitors are counted
      // as one.
      ipAddressHeaders: addressHeader ? [addressHeader] : [],
    },
  },
  telemetry: { enabled: false },
  plugins: [
    limitGuesses(),
    // A session that is in use is renewed each day, by whichever route asks for it. This
    // has Next.js send the renewed cookie along. It must be the last of the plugins.
    nextCookies(),
  ],
});
