import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isNewExpression,
  type Node,
  ScriptKind,
  ScriptTarget,
  SyntaxKind,
} from "typescript";
import { expect, test } from "vitest";
import { root } from "../support/environment";
import { isTest, sourceFiles } from "../support/source-files";

/** Files whose patterns read no text of a visitor's, and what they read instead. */
const readOwnText: Record<string, string> = {
  "examples/nextjs/dev/secret.ts": "the developer's own .env",
  "lib/examples/imports.ts": "files of the examples",
  "lib/listings/regions.ts": "files of the examples",
  "lib/guide/commands.ts": "pages of the guide",
  "lib/guide/text-links.ts": "pages of the guide",
  "lib/search/split-sections.ts": "pages of the guide",
  "server/headers/content-security-policy.ts": "pages as the build made them",
};

/** Patterns that are put together while the site runs. What goes into them is ours, too. */
const composedOfOwnText = [
  'new RegExp(["(`[^`]+`", ...userIds].join("|").concat(")"))',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
  "new RegExp(`^(?:${userId.source})$`)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
  "new RegExp(`^${demoRoot}/[^/]+/api(?:/|$)`)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
  'new RegExp(`^${demoRoot}/(${browsers.join("|")})(/|$)(?!api/)`)',
  // The source of a pattern that stands in the same file, and is judged there.
  'new RegExp(source.replace("DEMO", demoRoot))',
];

/** All that runs on a server or in a browser. */
const files = sourceFiles("{proxy,{app,components,lib,server,examples/nextjs}/**/*}.{ts,tsx,mjs}").filter(
  (file) => !isTest(file) && !file.startsWith("server/build/"),
);

/** The patterns that a file writes out, and those that it puts together. */
function patternsOf(file: string) {
  const literals: string[] = [];
  const composed: string[] = [];
  const code = readFileSync(join(root, file), "utf8");
  const kind = file.endsWith("x") ? ScriptKind.TSX : ScriptKind.TS;
  const source = createSourceFile(file, code, ScriptTarget.Latest, true, kind);
  const visit = (node: Node) => {
    const text = node.getText(source);
    if (node.kind === SyntaxKind.RegularExpressionLiteral) literals.push(text);
    const isCall = isNewExpression(node) || isCallExpression(node);
    if (isCall && node.expression.getText(source) === "RegExp") composed.push(text);
    forEachChild(node, visit);
  };
  visit(source);
  return { file, literals, composed };
}

const found = files.map(patternsOf);
const literals = [...new Set(found.flatMap(({ file, literals }) => (file in readOwnText ? [] : literals)))];

test("the patterns are found, and the files that are left out are there", () => {
  expect(literals.length).toBeGreaterThan(50);
  expect(files).toEqual(expect.arrayContaining(Object.keys(readOwnText)));
});

test.each(literals)("%s: however a visitor's text is made, its time grows as the text does", (literal) => {
  const end = literal.lastIndexOf("/");
  // The automaton proves what it says. What it cannot judge is "unknown", which is not safe. It may take its time on a busy
  // machine.
  const { status } = checkSync(literal.slice(1, end), literal.slice(end + 1), {
    checker: "automaton",
    timeout: null,
  });
  expect(status).toBe("safe");
});

test("a pattern that is put together is made of our own text", () => {
  const composed = new Set(found.flatMap(({ composed }) => composed));
  expect([...composed].filter((code) => !composedOfOwnText.includes(code))).toEqual([]);
});
