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
}
