import "server-only";

/** Says at start what does not work yet. The server starts all the same. */
export function warnOfMissingSettings() {
  if (!process.env.BETTER_AUTH_SECRET)
    console.warn(
      "BETTER_AUTH_SECRET is missing, so nobody can sign in. Draw one with `openssl rand -base64 32`, put it into .env.local, and restart.",
    );
  if (!process.env.OPENAI_API_KEY)
    console.warn(
      "OPENAI_API_KEY is missing, so no model answers. Put it into .env.local, and restart.",
    );
  // In development better-auth does not count by the address.
  if (process.env.NODE_ENV === "production" && !process.env.TRUSTED_ADDRESS_HEADER)
    console.warn(
      "TRUSTED_ADDRESS_HEADER is missing, so all visitors together have three sign-ins in ten seconds. Set it to the header in which your proxy writes a visitor's address, and restart.",
    );
}
