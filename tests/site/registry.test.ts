import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { z } from "zod";
import { starterTgz, starterZip } from "~/lib/steps/starter";
import { steps } from "~/lib/steps/steps";

const { site } = inject("addresses");

const exact = z.string().regex(/^@?[\w/.-]+@\d+\.\d+\.\d+$/);
const item = z.strictObject({
  $schema: z.literal("https://ui.shadcn.com/schema/registry-item.json"),
  name: z.string(),
  type: z.literal("registry:item"),
  dependencies: z.array(exact),
  devDependencies: z.array(exact),
  registryDependencies: z.array(z.url()),
  envVars: z.record(z.string(), z.string()).optional(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      type: z.literal("registry:file"),
      target: z.string(),
      content: z.string().min(1),
    }),
  ),
  docs: z.string(),
});

const get = async (path: string) => (await fetch(site + path)).json();
const isMarked = (text: string) => /#(end)?region/.test(text);

describe.each(steps)("the registry's item $slug", ({ slug, files, merge = {} }) => {
  test("brings the step's files as they stand in the example, with exact versions", async () => {
    const given = item.parse(await get(`/r/${slug}.json`));
    expect(given.name).toBe(slug);
    expect(given.files.map(({ path }) => path)).toEqual(Object.keys(files));
    for (const { path, target, content } of given.files) {
      const isAtRoot = /^drizzle(\/|\.config)/.test(path);
      expect(target).toBe(isAtRoot ? `~/${path}` : path);
      expect(isMarked(content), path).toBe(false);
      const raw = await (await fetch(`${site}/raw/examples/nextjs/${encodePath(path)}`)).text();
      expect(content.trimEnd(), path).toBe(withoutMarkers(raw).trimEnd());
    }
  });

  test("names the items that it stands on by addresses that answer", async () => {
    for (const url of item.parse(await get(`/r/${slug}.json`)).registryDependencies) {
      expect(new URL(url).origin).toBe(site);
      expect((await fetch(url)).status, url).toBe(200);
    }
  });

  test("says what to merge by hand, how to check, and where to read on", async () => {
    const { docs } = item.parse(await get(`/r/${slug}.json`));
    for (const path of Object.keys(merge)) expect(docs).toContain(path);
    expect(docs).toContain("Check: ");
    expect(docs).not.toContain("https://SITE");
    expect(docs).toContain(`${site}/docs/${slug}`);
  });
});

test("the registry lists every item, and one item that brings all", async () => {
  const { items } = await get("/r/registry.json");
  expect(items.map(({ name }: { name: string }) => name)).toEqual([...steps.map(({ slug }) => slug), "all"]);
  const all = await get("/r/all.json");
  expect(all.registryDependencies).toEqual(steps.map(({ slug }) => `${site}/r/${slug}.json`));
});

test("an item that is not there is a 404 that says where the list is", async () => {
  const response = await fetch(`${site}/r/gone.json`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ message: expect.stringContaining("/r/registry.json") });
});

describe("the starter", () => {
  const example = "examples/nextjs";
  const tracked = execFileSync("git", ["ls-files", "-z", example], { encoding: "utf8" })
    .split("\0")
    .filter(Boolean)
    .map((file) => file.slice(example.length + 1))
    .sort();

  test("has every file of the example, without region markers, in both archives", async () => {
    const folder = mkdtempSync(join(tmpdir(), "starter-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const tgz = await bytes("/starter.tgz");
    execFileSync("tar", ["-xz", "-C", folder], { input: tgz });
    const zip = unzipSync(await bytes("/starter.zip"));

    const unpacked = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(unpacked.sort()).toEqual(tracked);
    expect(Object.keys(zip).sort()).toEqual(tracked);
    for (const path of tracked) {
      const text = readFileSync(join(folder, path), "utf8");
      expect(isMarked(text), path).toBe(false);
      expect(new TextDecoder().decode(zip[path]), path).toBe(text);
    }
  });

  test("is the same, byte for byte, whenever it is made from the same files", async () => {
    expect(Buffer.compare(await starterTgz(), await bytes("/starter.tgz"))).toBe(0);
    expect(Buffer.compare(starterZip(), await bytes("/starter.zip"))).toBe(0);
  });
});

const bytes = async (path: string) => new Uint8Array(await (await fetch(site + path)).arrayBuffer());
const encodePath = (path: string) => path.split("/").map(encodeURIComponent).join("/");
const withoutMarkers = (text: string) => text.replaceAll(/^[ \t]*(\/\/|--|#|\/\*) #(end)?region.*\n/gm, "");
