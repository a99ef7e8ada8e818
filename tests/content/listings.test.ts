import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Demo, demos } from "~/lib/demo/demos";
import { readRegions } from "~/lib/listings/regions";
import { root } from "../support/environment";
import { homePage, includesOf, listedLines, writtenPages } from "../support/guide";

/** What a reader types, or sees come back. Everything else is code, and code is in files. */
const notCode = ["sh", "npm", "http"];

const all = <Part>(part: (page: (typeof writtenPages)[number]) => Part[]) =>
  writtenPages.flatMap((page) => part(page).map((value) => ({ page: page.slug, ...value })));

const fences = all(({ fences }) => fences);
const includes = all(({ includes }) => includes);

/** A line without what formatting may change. Short ones, such as `});`, say nothing about where they are from. */
const normalised = (line: string) => line.replace(/\s+/g, " ").trim();
const tells = (line: string) => line.length > 16;

const exampleFiles = globSync("examples/**/*.{ts,tsx,sql,css,json}", {
  cwd: root,
  exclude: ["**/node_modules", "**/.next", "**/package-lock.json", "**/drizzle/meta"],
});

test("there are listings to check", () => {
  expect(includes.length).toBeGreaterThan(30);
  expect(fences.length).toBeGreaterThan(10);
  expect(exampleFiles.length).toBeGreaterThan(50);
});

test("code that is typed into a page is a mistake, and says so", () => {
  const code = fences.filter(({ language }) => !notCode.includes(language));
  expect(code.filter(({ meta }) => !meta.startsWith('title="Wrong: '))).toEqual([]);
});

test("no page types out what a file of an example holds", () => {
  const lines = exampleFiles.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .map((line) => [normalised(line), file] as const),
  );
  const fileOf = new Map(lines.filter(([line]) => tells(line)));

  const copied = fences.flatMap(({ page, code }) =>
    code
      .split("\n")
      .map(normalised)
      .filter((line) => fileOf.has(line))
      .map((line) => `${page}: ${line} (${fileOf.get(line)})`),
  );
  expect(copied).toEqual([]);
});

describe.each(includes)("$page shows $file $region", ({ attributes, file, region }) => {
  test("which is there", () => {
    expect(file).toMatch(/^examples\//);
    expect(existsSync(join(root, file))).toBe(true);
    expect(listedLines(file, region), `#region ${region}`).toBeDefined();
    // Without it, fumadocs-mdx looks beside the page.
    expect(attributes.split(/\s/)).toContain("cwd");
  });

  test("and highlights lines that it has", () => {
    const lines = listedLines(file, region) ?? [];
    const ranges = /\{([\d,-]+)\}/.exec(attributes)?.[1]?.split(",") ?? [];
    for (const range of ranges) {
      const [from = Number.NaN, to = from] = range.split("-").map(Number);
      for (let line = from; line <= to; line++) expect(lines[line - 1]?.trim(), `line ${line}`).toBeTruthy();
    }
  });
});

test("every region of the example is shown by a page or by a demo", () => {
  const example = "examples/nextjs/";
  const demoFiles = Object.values<Demo>(demos).flatMap(({ code }) => code);
  const shown = new Set([
    ...[...includes, ...includesOf(homePage)].map(({ file, region }) => `${file}#${region}`),
    ...demoFiles.map(({ file, region }) => `${example}${file}#${region}`),
  ]);

  const regions = exampleFiles
    .filter((file) => [example, "examples/tests/"].some((folder) => file.startsWith(folder)))
    .flatMap((file) =>
      readRegions(readFileSync(join(root, file), "utf8")).regions.map(({ name }) => `${file}#${name}`),
    );
  expect(regions.length).toBeGreaterThan(20);
  expect(regions.filter((region) => !shown.has(region))).toEqual([]);
});

test("every demo that a page shows is one, and every demo is shown", () => {
  const shown = writtenPages.flatMap(({ text }) =>
    Array.from(text.matchAll(/<Demo name="([^"]*)"/g), ([, name]) => name),
  );
  const known = Object.keys(demos).filter((name) => name !== "home");
  expect(shown.sort()).toEqual(known.sort());
});

const manifest = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));
const { dependencies, devDependencies, overrides } = manifest("examples/nextjs/package.json");

test("an exact version in a command is the example's, and of Playwright the site's", () => {
  const tested = { "@playwright/test": manifest("package.json").devDependencies["@playwright/test"] };
  const installed = fences
    .filter(({ language }) => language === "npm")
    .flatMap(({ code }) =>
      Array.from(code.matchAll(/(?<= )(@?[\w/-]+)@(\d+\.\d+\.\d+)/g), ([, name, version]) => [name, version]),
    );

  expect(installed.map(([name]) => name)).toEqual(expect.arrayContaining(["auth", "@playwright/test"]));
  expect(Object.fromEntries(installed)).toEqual(
    Object.fromEntries(
      installed.map(([name = ""]) => [name, { ...tested, ...dependencies, ...devDependencies }[name]]),
    ),
  );
});

test.each(["npm", "pnpm", "yarn", "bun"])("the overrides for %s are the example's", (tab) => {
  const [commands] = fences.filter(
    ({ page, meta, code }) =>
      page === "setup" && meta.startsWith(`tab="${tab}"`) && /overrides|resolutions/.test(code),
  );
  const json = /overrides '(.*)'/.exec(commands?.code ?? "")?.[1];
  const pairs = Array.from(
    (commands?.code ?? "").matchAll(/(?:overrides|resolutions)\.(\S+)=(\S+)/g),
    ([, name, version]) => [name, version],
  );
  expect(json ? JSON.parse(json) : Object.fromEntries(pairs)).toEqual(overrides);
});
