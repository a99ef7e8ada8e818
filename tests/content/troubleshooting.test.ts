import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { searchSite } from "~/lib/search/site-search";
import { root } from "../support/environment";

const page = readFileSync(join(root, "content/docs/troubleshooting.mdx"), "utf8");
const entries = page.split(/^### /m).slice(1);
const codes = entries.flatMap((entry) => entry.match(/^`(\w+)`/)?.[1] ?? []);

/** The words of an entry that one would paste: its heading, and the error below it. */
const wordsOf = (entry: string) => {
  const [, heading = "", message = ""] = entry.match(/^(.+)\n\n> (.+)/) ?? [];
  return { heading, message };
};

/** The end of the entry's address. */
const anchorOf = (entry: string) =>
  wordsOf(entry)
    .heading.toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");

const example = join(root, "examples/nextjs");
const serverCodes = ["server", "app/api"].flatMap((folder) =>
  readdirSync(join(example, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(join(example, folder, file), "utf8").matchAll(/\bcode: "([A-Z_]+)"/g),
    ])
    .map(([, code]) => code),
);

const browserCodes = [
  ...readFileSync(join(example, "lib/failure-messages.ts"), "utf8").matchAll(/\(([A-Z_]+)\)/g),
].map(([, code]) => code);

test("each error of the example has an entry under its code, no other code has one, and no two entries have one heading", () => {
  expect(serverCodes.length).toBeGreaterThan(0);
  expect(browserCodes.length).toBeGreaterThan(0);
  const ofLibraries = ["MISSING_OR_NULL_ORIGIN"];
  expect([...codes].sort()).toEqual([...new Set([...serverCodes, ...browserCodes, ...ofLibraries])].sort());
  const headings = entries.map((entry) => wordsOf(entry).heading);
  expect(new Set(headings).size).toBe(headings.length);
  expect(headings.length).toBeGreaterThanOrEqual(30);
});

test.each(entries)("each entry says why, how to fix it, and how to check: %s", (entry) => {
  expect(entry).toMatch(/^> .+\n\n\*\*Why\.\*\* .+\n\n\*\*Fix\.\*\* [\s\S]+\n\n\*\*Check\.\*\* .+/m);
});

test.each(entries)("the search leads from the heading to its entry first: %s", async (entry) => {
  const [first] = await searchSite(wordsOf(entry).heading.replaceAll("`", ""));
  expect(first?.url).toBe(`/docs/troubleshooting#${anchorOf(entry)}`);
});

test.each(entries)("the search leads from the words of the error to its entry first: %s", async (entry) => {
  const [first] = await searchSite(wordsOf(entry).message.replaceAll("`", ""));
  expect(first?.url).toBe(`/docs/troubleshooting#${anchorOf(entry)}`);
});

/** Whose words an entry quotes, so that it is noticed when they change: a file of an installed package. */
const quoted: [words: string, file: string][] = [
  ["Missing or null Origin", "@better-auth/core/dist/error/codes.mjs"],
  ["Invalid origin", "@better-auth/core/dist/error/codes.mjs"],
  ["Too many requests. Please try again later.", "better-auth/dist/api/rate-limiter/index.mjs"],
  ["You are using the default secret. Please set ", "better-auth/dist/context/create-context.mjs"],
  ["State mismatch: auth state cookie not found", "better-auth/dist/state.mjs"],
  ["Please pass the schema directly to the adapter options.", "@better-auth/drizzle-adapter/dist/index.mjs"],
  ["Couldn't read your auth config. Make sure to default export", "auth/dist/index.mjs"],
  ["Transaction function cannot return a promise", "better-sqlite3/lib/methods/transaction.js"],
  [
    "Hydration failed because the server rendered ",
    "next/dist/compiled/react-dom/cjs/react-dom-client.development.js",
  ],
  ["which is not supported in the Edge Runtime.", "next/dist/build/webpack/plugins/middleware-plugin.js"],
  ["encountered uncached or runtime data", "next/dist/server/app-render/blocking-route-messages.js"],
  ["can't be read inside", "next/dist/server/use-cache/use-cache-messages.js"],
];

test.each(quoted)("“%s” is what an entry quotes, and what the package says", (words, file) => {
  expect(page.replaceAll("`", "")).toContain(words.replaceAll("`", ""));
  expect(readFileSync(join(root, "node_modules", file), "utf8").replaceAll("`", "")).toContain(
    words.replaceAll("`", ""),
  );
});
