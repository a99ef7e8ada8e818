import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attacks } from "./attacks";
import { limit } from "./verifier/limit";

/** Without what a formatter may change. */
const bare = (code: string) => code.replace(/\s+/g, "");

const example = globSync("examples/nextjs/{app/api,db,lib,server}/**/*.ts", { exclude: ["**/*.test.ts"] })
  .concat("examples/nextjs/auth.ts")
  .map((file) => bare(readFileSync(file, "utf8")));

test.each([...attacks, limit].map(({ name, lines }) => [name, lines]))(
  "the lines that %s wants are the example's",
  (_, lines) => {
    expect(example.filter((text) => text.includes(bare(lines)))).not.toEqual([]);
  },
);
