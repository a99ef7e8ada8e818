import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { exampleFiles, readExampleFile } from "../examples/files";
import { fileHtml } from "./file-html";
import { fileUrl } from "./file-url";

/** What a browser would show of it. */
const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&#x26;", "&");

const shownFile = (text: string, language = "typescript", file = "examples/nextjs/db/new.ts") =>
  fileHtml({ file, language, text }, "id");

const file = `import { a } from "a";
// #region outer
const one = 1 < 2 && true;
// #region inner
where(eq(threads.userId, session.user.id));
// #endregion inner
// #endregion outer
export default one;
`;

// The grammar is loaded once.
beforeAll(async () => void (await shownFile("")), 60_000);

describe("a file in the viewer", () => {
  test("shows every line but the markers, in order", async () => {
    const { html, lines } = await shownFile(file);

    expect(shown(html)).toBe(file.replace(/^.*#(end)?region.*\n/gm, ""));
    expect(lines).toBe(4);
  });

  test("anchors each region round its own lines", async () => {
    const { html, regions } = await shownFile(file);
    // Each region goes on to what follows the last of them.
    const shownFrom = (id: string) =>
      shown(`<${html.slice(html.indexOf(`id="${id}"`), html.indexOf("export"))}`).trim();

    expect(regions).toEqual(["outer", "inner"]);
    expect(shownFrom("outer")).toBe(
      "const one = 1 < 2 && true;\nwhere(eq(threads.userId, session.user.id));",
    );
    expect(shownFrom("inner")).toBe("where(eq(threads.userId, session.user.id));");
    expect(html.match(/class="region"/g)).toHaveLength(2);
  });

  test("marks the user's id as the guide's listings do", async () => {
    const { html } = await shownFile(file);

    expect(html.match(/class="user-id"/g)).toHaveLength(2);
    expect(html).toContain('class="t-keyword"');
    expect(html).not.toContain("style=");
  });

  test("has an element only where it says something", async () => {
    const { html } = await shownFile('export async function read() {\n  return "it";\n}\n');

    expect(html).toContain('<span class="t-keyword">export async function</span>');
    expect(html).not.toContain("<span>");
  });

  test("is plain text where the language has no grammar", async () => {
    expect(shown((await shownFile("*.db\n", "plaintext")).html)).toBe("*.db\n");
  });

  test("names its regions without ids where other files may stand", async () => {
    const { html } = await fileHtml(
      { file: "examples/nextjs/db/new.ts", language: "typescript", text: file },
      "dataRegion",
    );

    expect(html).toContain('<span data-region="inner" class="region">');
    expect(html).not.toContain(' id="');
  });
});

/** Where the links of a file lead, by what is written there. */
const linksIn = (html: string) =>
  Array.from(html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g), ([, href, text = ""]) => [shown(text), href]);

describe("imports in the viewer", () => {
  test("lead to the files of the example, and packages lead nowhere", async () => {
    const text = [
      `import { db } from "@/db";`,
      `import * as schema from "./schema";`,
      `import "../app/globals.css";`,
      `export { GET } from "@/app/api/auth/[...all]/route";`,
      `const { Workspace } = await import("@/app/components/Workspace");`,
      `import { eq } from "drizzle-orm";`,
      `import type { Thread } from "@assistant-ui/react";`,
      `const path = "@/db";`,
      "",
    ].join("\n");
    const { html } = await shownFile(text);

    expect(linksIn(html)).toEqual([
      ["@/db", "/examples/nextjs/db/index.ts"],
      ["./schema", "/examples/nextjs/db/schema.ts"],
      ["../app/globals.css", "/examples/nextjs/app/globals.css"],
      ["@/app/api/auth/[...all]/route", "/examples/nextjs/app/api/auth/%5B...all%5D/route.ts"],
      ["@/app/components/Workspace", "/examples/nextjs/app/components/Workspace.tsx"],
    ]);
    expect(shown(html)).toBe(text);
  });

  test("that lead nowhere stop the build", async () => {
    await expect(shownFile(`import { nothing } from "./nowhere";`)).rejects.toThrow("there is no such file");
  });

  const files = exampleFiles().filter((path) => /^examples\/nextjs\/.*\.(tsx?|mjs)$/.test(path));

  test.each(files)("of %s all lead to pages", async (path) => {
    const file = readExampleFile(path);
    if (!file) throw new Error(`${path} is not shown.`);
    const { importedFiles } = ts.preProcessFile(file.text);
    const own = importedFiles.map(({ fileName }) => fileName).filter((name) => /^(\.|@\/)/.test(name));
    const { html } = await fileHtml(file, "id");

    const links = linksIn(html);
    expect(links.map(([text]) => text).toSorted()).toEqual(own.toSorted());
    const pages = exampleFiles().map((page) => fileUrl(page));
    expect(links.filter(([, href = ""]) => !pages.includes(href))).toEqual([]);
  });

  test("there are files that import", () => expect(files.length).toBeGreaterThan(50));
});
