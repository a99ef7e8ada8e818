import { z } from "zod";

// Node runs this file as it is, without a bundler. So it has only types that Node can strip, and imports no alias.

/** A setting that cannot be used. Its message is one line for the operator. */
export class EnvError extends Error {}

const digits = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

const range = (min: number, max: number) => `a whole number from ${min} to ${max}`;

const wholeNumber = (fallback: number, min: number, max: number) =>
  digits(min, max).default(fallback).describe(range(min, max));

/** One whose default follows from other settings. */
const derivedNumber = (min: number, max: number) => digits(min, max).optional().describe(range(min, max));

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
/** More than any disk has. */
const pebibyte = 1024 ** 5;

/** Half of it is a sandbox's own share of the disk, twice what a fresh one takes. */
const minBytesPerSandbox = 256 * kibibyte;

const origin = z
  .string()
  .transform((text) => URL.parse(text))
  .refine((url) => url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`)
  .transform((url) => url?.origin ?? "")
  .describe("an origin without a path, such as https://guide.example.com");

const repository = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === "https:" && text === url.origin + url.pathname && !text.endsWith("/");
});

const variables = {
  PORT: wholeNumber(3000, 1, 65_535),
  SITE_URL: origin.optional().describe("an origin without a path, such as https://guide.example.com"),
  REPOSITORY_URL: repository
    .optional()
    .describe("an https address without a slash at its end, such as https://github.com/you/guide"),
  DATA_DIR: z.string().default(".data").describe("a folder"),
  BETTER_AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("at least 32 characters, for instance from `openssl rand -hex 32`"),
  OPENAI_API_KEY: z.string().optional().describe("an API key"),
  OPENAI_BASE_URL: z
    .string()
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""))
    .optional()
    .describe("a URL such as https://api.openai.com/v1"),
  // A fast reader's pace: an answer is followed, not waited for.
  MODEL_WORDS_PER_SECOND: wholeNumber(30, 1, 100_000),
  TRUST_PROXY: z
    .string()
    .regex(/^(off|[0-9])$/)
    .transform((text) => (text === "off" ? 0 : Number(text)))
    .default(0)
    .describe("off, or how many reverse proxies stand in front (1 to 9)"),
  INSTANCE: z
    .string()
    .regex(/^[a-z\d]{1,32}$/)
    .optional()
    .describe("up to 32 small letters and digits"),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe("at least 16 characters, for instance from `openssl rand -hex 16`"),
  LOG: z.enum(["off", "json"]).default("off").describe("off or json"),
  SANDBOXES_PER_HOUR: wholeNumber(60, 1, 1_000_000),
  REQUESTS_PER_MINUTE: wholeNumber(2000, 1, 1_000_000),
  CHATS_PER_MINUTE: wholeNumber(60, 1, 1_000_000),
  SIGN_INS_PER_MINUTE: wholeNumber(60, 1, 1_000_000),
  // Whoever types asks several times a second.
  SEARCHES_PER_MINUTE: wholeNumber(300, 1, 1_000_000),
  CHATS_PER_DAY: wholeNumber(2000, 1, 100_000_000),
  SANDBOX_MAX_BYTES: wholeNumber(4 * mebibyte, 512 * kibibyte, 1024 * mebibyte),
  SANDBOX_MAX_OPEN: wholeNumber(200, 1, 10_000),
  SANDBOX_IDLE_SECONDS: wholeNumber(300, 1, 86_400),
  SANDBOX_MAX_COUNT: wholeNumber(5000, 1, 1_000_000),
  SANDBOX_TTL_HOURS: wholeNumber(24, 1, 8760),
  SANDBOXES_PER_NETWORK: derivedNumber(1, 1_000_000),
  DISK_MAX_BYTES: derivedNumber(minBytesPerSandbox, pebibyte),
  DISK_MIN_FREE_BYTES: wholeNumber(64 * mebibyte, mebibyte, pebibyte),
};

const schema = z
  .object(variables)
  .refine((env) => !env.OPENAI_BASE_URL || env.OPENAI_API_KEY, {
    path: ["OPENAI_BASE_URL"],
    params: {
      mustBe: "left out, unless OPENAI_API_KEY is set (any text will do for a server that asks for none)",
    },
  })
  .refine((env) => !env.INSTANCE || env.TRUST_PROXY > 0, {
    path: ["INSTANCE"],
    params: { mustBe: "left out, unless TRUST_PROXY is set: several instances need a balancer in front" },
  })
  .refine(
    ({ DISK_MAX_BYTES, SANDBOX_MAX_COUNT }) =>
      DISK_MAX_BYTES === undefined || DISK_MAX_BYTES >= SANDBOX_MAX_COUNT * minBytesPerSandbox,
    {
      path: ["DISK_MAX_BYTES"],
      params: { mustBe: `at least ${minBytesPerSandbox} for each of the SANDBOX_MAX_COUNT sandboxes` },
    },
  )
  .transform((env) => ({
    ...env,
    SITE_URL: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    // A fiftieth, and for a small site still enough for an office behind one address.
    SANDBOXES_PER_NETWORK: env.SANDBOXES_PER_NETWORK ?? Math.max(60, Math.ceil(env.SANDBOX_MAX_COUNT / 50)),
    DISK_MAX_BYTES: env.DISK_MAX_BYTES ?? env.SANDBOX_MAX_COUNT * mebibyte,
  }));

export type Env = z.infer<typeof schema>;

/** Reads the settings, with their defaults. A variable that is set to nothing counts as not set. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;

  const issue = result.error.issues[0];
  const name = String(issue?.path[0]);
  const params = issue?.code === "custom" ? issue.params : undefined;
  throw new EnvError(`${name} must be ${params?.mustBe ?? requirement(name)}.`);
}

function requirement(name: string) {
  return Object.entries(variables).find(([variable]) => variable === name)?.[1].description;
}

export const env = readEnv(process.env);
