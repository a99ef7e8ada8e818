import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";
import { isTest, sourceFiles } from "../support/source-files";

/** The rooms from the lowest to the highest. A file may import from its own room and from lower ones. */
const rooms = [
  "examples/",
  "lib/env.ts",
  "lib/operator/",
  "lib/site.ts",
  "lib/source.ts",
  "lib/examples/",
  "lib/listings/",
  "lib/mistakes/",
  "lib/steps/",
  "lib/sandbox/protocol/",
  "lib/sandbox/http/",
  "lib/sandbox/trace/",
  "lib/sandbox/store/",
  "lib/sandbox/limits/",
  "lib/sandbox/mount/",
  "lib/sandbox/api/",
  "lib/sandbox/testing/",
  "lib/demo/",
  "lib/checks/",
  "lib/diagram/",
  "lib/guide/",
  "lib/search/",
  "lib/model/",
  "lib/agents/",
  "lib/og/",
  "components/ui/",
  "components/sandbox/",
  "components/inspector/",
  "components/diagram/",
  "components/checklist/",
  "components/demo/",
  "components/mistakes/",
  "components/demo-app/",
  "components/docs/",
  "components/steps/",
  "components/mdx-components.tsx",
  "components/search/",
  "components/page-actions/",
  "components/shell/",
  "components/viewer/",
  "components/home/",
  "components/og/",
  "app/",
  "proxy.ts",
  "server/",
];
const floorOf = (file: string) => rooms.findIndex((room) => file.startsWith(room));

/** All that `server/` knows of the rooms below: it runs outside Next.js. */
const knownToServer = ["lib/env.ts", "lib/operator/", "lib/sandbox/protocol/", "server/"];

const sources = sourceFiles("{proxy,{app,components,lib,server}/**/*}.{ts,tsx}").filter(
  (file) => !isTest(file),
);
const example = sourceFiles("examples/nextjs/**/*.{ts,tsx}");
const browserModules = [...sources, ...example].filter((file) =>
  /^"use client";$/m.test(readFileSync(file, "utf8")),
);

const anyOf = (paths: readonly string[]) => `^(${paths.map((path) => RegExp.escape(path)).join("|")})$`;

/** What only a server can load: modules of Node.js, the database, and our own code about either. */
const serverModules = [
  anyOf(builtinModules),
  "^node_modules/better-sqlite3/",
  "^(server/|lib/env\\.ts|lib/sandbox/(?!protocol/))",
];

const { modules, summary } = await readImports();

async function readImports() {
  const { output } = await cruise(
    sources,
    {
      // An import of a type is one, too.
      tsPreCompilationDeps: true,
      tsConfig: { fileName: "tsconfig.json" },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^\\.(next|source)/" },
      validate: true,
      ruleSet: {
        forbidden: [
          { name: "circle", from: {}, to: { circular: true } },
          {
            name: "server code in the browser",
            from: { path: anyOf(browserModules) },
            to: { path: serverModules, reachable: true },
          },
          // The same question about modules of which the answer is known.
          {
            name: "server code on the server",
            from: { path: "^lib/sandbox/store/database\\.ts$" },
            to: { path: serverModules, reachable: true },
          },
        ],
      },
    },
    undefined,
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  return output as ICruiseResult;
}

const imports = modules.flatMap(({ source, dependencies }) =>
  dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
);
const written = (list: typeof imports) => list.map(({ from, to }) => `${from} → ${to}`);

/** The ways of imports that break a rule. */
function violations(rule: string) {
  const found = summary.violations.filter((violation) => violation.rule.name === rule);
  return found.map(({ from, to, cycle, via }) =>
    [from, ...(cycle ?? via ?? [{ name: to }]).map(({ name }) => name)].join(" → "),
  );
}

test("every source file stands in a room, and every room holds some", () => {
  expect(sources.filter((file) => floorOf(file) < 0)).toEqual([]);
  const inhabited = new Set([...sources, ...example].map((file) => rooms[floorOf(file)]));
  expect(rooms.filter((room) => !inhabited.has(room))).toEqual([]);
});

test("no file imports from a higher room", () => {
  const upwards = imports.filter(({ from, to }) => floorOf(from) >= 0 && floorOf(to) > floorOf(from));
  expect(written(upwards)).toEqual([]);
});

test("no imports lead back to the file that they started from", () => {
  expect(violations("circle")).toEqual([]);
});

test("the server imports the settings and the sandbox's protocol, and nothing else of the site", () => {
  const ours = imports.filter(({ from, to }) => from.startsWith("server/") && floorOf(to) >= 0);
  const isKnown = (file: string) => knownToServer.some((room) => file.startsWith(room));
  expect(written(ours.filter(({ to }) => !isKnown(to)))).toEqual([]);
});

test("nothing that runs in the browser imports what only a server can load", () => {
  expect(browserModules).toContain("components/demo/LiveDemo.tsx");
  expect(violations("server code on the server")).toContainEqual(expect.stringContaining("better-sqlite3"));
  expect(violations("server code in the browser")).toEqual([]);
});
