import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { nextCookies } from "better-auth/next-js";
import { db } from "@/db";
import * as schema from "@/db/auth-schema";

export const auth = betterAuth({
  database: drizzleAdapter(db, { provider: "sqlite", schema }),
  emailAndPassword: { enabled: true, requireEmailVerification: true },
  emailVerification: {
    // Hand the link to your mail service here.
    sendVerificationEmail: async ({ user, url }) => console.warn(user.email, url),
    sendOnSignIn: true,
    autoSignInAfterVerification: true,
  },
  plugins: [nextCookies()],
});
