import { createHash } from "node:crypto";
import type { BetterAuthPlugin, HookEndpointContext } from "better-auth";
import { APIError, createAuthMiddleware, isAPIError } from "better-auth/api";
import { eq, lte, sql } from "drizzle-orm";
import { db } from "@/db";
import { guesses } from "@/db/auth-schema";

/** How many wrong passwords are looked at for one account, and in how many minutes. */
const maxGuesses = 10;
const windowMinutes = 15;

// #region plugin
/**
 * A better-auth plugin that counts wrong passwords by the account. Whoever guesses can
 * come from many addresses, and the account stays the same.
 */
export function limitGuesses() {
  return {
    id: "limit-guesses",
    schema: {
      guesses: {
        fields: {
          count: { type: "number" },
          expiresAt: { type: "date", index: true },
        },
      },
    },
    hooks: {
      before: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(({ body }) => countGuess(accountOf(body))),
        },
      ],
      after: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async ({ body, context }) => {
            if (wasRight(context.returned)) await forgetGuesses(accountOf(body));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
// #endregion plugin

/** Another body is no guess, and better-auth refuses it. */
const isSignIn = ({ path, body }: HookEndpointContext) =>
  path === "/sign-in/email" && typeof body?.email === "string";

/**
 * The key of a count. better-auth looks for an address in small letters, and so does
 * this. The hash is of one length, whatever was sent, and keeps the addresses of people
 * who have no account out of the database.
 */
const accountOf = ({ email }: { email: string }) =>
  createHash("sha256").update(email.toLowerCase()).digest("hex");

// #region count
/**
 * Counts a guess, before the password is looked at and whether the account exists or
 * not. One statement adds and reads, so guesses that are made at once are counted one
 * by one.
 */
async function countGuess(id: string) {
  const now = Date.now();
  await db.delete(guesses).where(lte(guesses.expiresAt, new Date(now)));
  const [counted] = await db
    .insert(guesses)
    .values({ id, count: 1, expiresAt: new Date(now + windowMinutes * 60_000) })
    .onConflictDoUpdate({
      target: guesses.id,
      set: { count: sql`${guesses.count} + 1` },
    })
    .returning();
  if (counted && counted.count > maxGuesses)
    throw tooManyGuesses(counted.expiresAt.getTime() - now);
}

/** A right password ends the count. */
const forgetGuesses = (id: string) => db.delete(guesses).where(eq(guesses.id, id));
// #endregion count

/** better-auth asks for a verified address only when the password was right. */
const wasRight = (returned: unknown) =>
  !isAPIError(returned) || returned.body?.code === "EMAIL_NOT_VERIFIED";

function tooManyGuesses(milliseconds: number) {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new APIError(
    "TOO_MANY_REQUESTS",
    {
      code: "TOO_MANY_GUESSES",
      message: `Too many wrong passwords for this account. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}. Where you are signed in, you stay signed in.`,
    },
    { "Retry-After": String(Math.ceil(milliseconds / 1000)) },
  );
}
