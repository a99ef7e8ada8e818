import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { EnvError, readEnv } from "./env";

test("nothing set: every variable has its default", () => {
  expect(readEnv({})).toEqual({
    PORT: 3000,
    SITE_URL: "http://localhost:3000",
    DATA_DIR: ".data",
    MODEL_WORDS_PER_SECOND: 30,
    TRUST_PROXY: 0,
    LOG: "off",
    SANDBOXES_PER_HOUR: 60,
    REQUESTS_PER_MINUTE: 2000,
    CHATS_PER_MINUTE: 60,
    SIGN_INS_PER_MINUTE: 60,
    SEARCHES_PER_MINUTE: 300,
    CHATS_PER_DAY: 2000,
    SANDBOX_MAX_BYTES: 4 * 1024 * 1024,
    SANDBOX_MAX_OPEN: 200,
    SANDBOX_IDLE_SECONDS: 300,
    SANDBOX_MAX_COUNT: 5000,
    SANDBOX_TTL_HOURS: 24,
    SANDBOXES_PER_NETWORK: 100,
    DISK_MAX_BYTES: 5000 * 1024 * 1024,
    DISK_MIN_FREE_BYTES: 64 * 1024 * 1024,
  });
});

test("the site's address follows the port", () => {
  expect(readEnv({ PORT: "4000" }).SITE_URL).toBe("http://localhost:4000");
  expect(readEnv({ PORT: "4000", SITE_URL: "https://guide.example.com/" }).SITE_URL).toBe(
    "https://guide.example.com",
  );
});

test("a network's share and the disk's follow the number of sandboxes", () => {
  expect(readEnv({ SANDBOX_MAX_COUNT: "10001" })).toMatchObject({
    SANDBOXES_PER_NETWORK: 201,
    DISK_MAX_BYTES: 10_001 * 1024 * 1024,
  });
  expect(readEnv({ SANDBOX_MAX_COUNT: "40" }).SANDBOXES_PER_NETWORK).toBe(60);
});

test("a variable set to nothing is not set", () => {
  expect(readEnv({ PORT: "", OPENAI_API_KEY: " " })).toEqual(readEnv({}));
});

test.each([
  ["PORT", "abc", "PORT must be a whole number from 1 to 65535."],
  ["PORT", "70000", "PORT must be a whole number from 1 to 65535."],
  ["PORT", "-1", "PORT must be a whole number from 1 to 65535."],
  [
    "SITE_URL",
    "guide.example.com",
    "SITE_URL must be an origin without a path, such as https://guide.example.com.",
  ],
  [
    "SITE_URL",
    "https://guide.example.com/docs",
    "SITE_URL must be an origin without a path, such as https://guide.example.com.",
  ],
  [
    "SITE_URL",
    "ftp://guide.example.com",
    "SITE_URL must be an origin without a path, such as https://guide.example.com.",
  ],
  [
    "BETTER_AUTH_SECRET",
    "short",
    "BETTER_AUTH_SECRET must be at least 32 characters, for instance from `openssl rand -hex 32`.",
  ],
  ["TRUST_PROXY", "yes", "TRUST_PROXY must be off, or how many reverse proxies stand in front (1 to 9)."],
  ["INSTANCE", "one", /^INSTANCE must be left out, unless TRUST_PROXY is set/],
  ["METRICS_TOKEN", "short", /^METRICS_TOKEN must be at least 16 characters/],
  ["LOG", "text", "LOG must be off or json."],
  ["SANDBOX_MAX_BYTES", "10", "SANDBOX_MAX_BYTES must be a whole number from 524288 to 1073741824."],
  [
    "DISK_MAX_BYTES",
    "1310719999",
    "DISK_MAX_BYTES must be at least 262144 for each of the SANDBOX_MAX_COUNT sandboxes.",
  ],
  [
    "OPENAI_BASE_URL",
    "http://127.0.0.1:11434/v1",
    /^OPENAI_BASE_URL must be left out, unless OPENAI_API_KEY is set/,
  ],
])("%s=%s stops the start with a line that says what it must be", (name, value, line) => {
  expect(() => readEnv({ [name]: value })).toThrow(EnvError);
  expect(() => readEnv({ [name]: value })).toThrow(line);
});

test.each([
  "http://git.example.com/guide",
  "https://git.example.com/guide/",
  "https://git.example.com",
  "https://git.example.com/guide?branch=main",
  "guide",
])("%s is no REPOSITORY_URL", (value) => {
  expect(() => readEnv({ REPOSITORY_URL: value })).toThrow(
    "REPOSITORY_URL must be an https address without a slash at its end, such as https://github.com/you/guide.",
  );
  const given = "https://git.example.com/you/guide";
  expect(readEnv({ REPOSITORY_URL: given }).REPOSITORY_URL).toBe(given);
});

test(".env.example names every variable, with its default", () => {
  const example = readFileSync(".env.example", "utf8");
  const uncommented = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ""));
  const defaults = readEnv({});
  expect(Object.keys(uncommented).sort()).toEqual(
    [
      ...Object.keys(defaults),
      "BETTER_AUTH_SECRET",
      "OPENAI_API_KEY",
      "OPENAI_BASE_URL",
      "REPOSITORY_URL",
      "INSTANCE",
      "METRICS_TOKEN",
    ].sort(),
  );
  expect(readEnv({ ...uncommented, OPENAI_BASE_URL: "" })).toEqual(defaults);
});
