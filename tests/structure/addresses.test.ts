import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { browsers } from "~/lib/sandbox/protocol/addresses";
import { isTest, sourceFiles } from "../support/source-files";

const home = "lib/sandbox/protocol/addresses.ts";
const files = sourceFiles("{*,{app,components,lib,scripts,server}/**/*}.{ts,tsx,mjs}").filter(
  (file) => !isTest(file) && file !== home,
);

/** The texts of a file that it uses as values. Names of modules, of types and of elements are none. */
function textsOf(code: string, file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === "tagName") return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node)) texts.push(node.text);
    if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return texts;
}

const texts = files.flatMap((file) =>
  textsOf(readFileSync(file, "utf8"), file).map((text) => ({ file, text })),
);

test("texts are found wherever a file may hold them", () => {
  const code = [
    `import type { A } from "/demo/import";`,
    "type B = '/demo/type';",
    "const element = { tagName: '/demo/element' };",
    `const a = ['/demo/string', \`/demo/whole\`, \`/demo/\${1}/head\`, \`\${1}/demo/\${2}/demo/tail\`];`,
    "const b = <a href='/demo/attribute'>/demo/child</a>;",
  ].join("\n");
  expect(textsOf(code, "file.tsx").filter((text) => text.includes("/demo"))).toEqual([
    "/demo/string",
    "/demo/whole",
    "/demo/",
    "/demo/",
    "/demo/tail",
    "/demo/attribute",
    "/demo/child",
  ]);
});

test("where the demos are is spelled out in one place", () => {
  expect(texts.filter(({ text }) => /(^|[^\w~.])\/demo(\/|$)/.test(text))).toEqual([]);
});

test("the browsers' names are spelled out in one place, and in what says which page a demo shows in which", () => {
  const names = texts.filter(({ text }) => browsers.some((name) => name === text));
  const demos = /^lib\/demo\/(mistake-)?demos\.ts$/;
  expect(names.filter(({ file }) => !demos.test(file))).toEqual([]);
});
