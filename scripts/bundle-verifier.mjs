import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { basename, join, relative } from "node:path";
import ts from "typescript";

// Makes examples/verify/verify.mjs, one file that a reader can take along, from its parts in lib/checks. A bundler would
// drop the comments and the blank lines; here a part loses its types, its imports and its exports, and nothing else.

const root = join(import.meta.dirname, "..");
const parts = join(root, "lib/checks");
export const verifierFile = join(root, "examples/verify/verify.mjs");

const header = `#!/usr/bin/env node
// Checks from outside, as two users would, whether a chat app keeps them apart:
//
//     node verify.mjs http://localhost:3000
//     curl -fsS https://…/verify.mjs | node - http://localhost:3000
//
// One file without dependencies, for Node 20 and newer. A script from a pipe may be read as CommonJS, so this one has
// neither an \`import\` nor an \`await\` at the top. The guide's repository has its modules in lib/checks.
`;

/** The parts in the order in which one reads them: what is asked of the tool, what it attacks, how it does it. */
const order = () => [
  "verifier/options.ts",
  ...attacksInOrder(),
  "attacks.ts",
  "findings.ts",
  "attack.ts",
  "aborted.ts",
  "app.ts",
  "threads.ts",
  "actions.ts",
  "delete-threads.ts",
  "answer.ts",
  "read-body.ts",
  "json.ts",
  "verifier/accounts.ts",
  "verifier/node-transport.ts",
  "verifier/cookies.ts",
  "forged-value.ts",
  "verifier/print.ts",
  "verifier/result.ts",
  "verifier/report.ts",
  "verifier/clean-up.ts",
  "verifier/main.ts",
];

/** The modules of the attacks, as the list of them has them. */
function attacksInOrder() {
  const { text, imports } = readPart("attacks.ts");
  const list = text.slice(text.indexOf("export const attacks"));
  return imports
    .sort((one, other) => list.indexOf(one.names[0]) - list.indexOf(other.names[0]))
    .map(({ part }) => part);
}

/** The whole text of verify.mjs. */
export function bundleVerifier() {
  const names = order();
  const declared = new Map();
  const texts = names.map((name) => {
    const { text, imports, removed, declarations } = readPart(name);
    for (const { part } of imports) {
      if (!names.includes(part))
        throw new Error(`${name} imports ${part}. Add it to the order of the parts.`);
    }
    for (const declaration of declarations) {
      const other = declared.get(declaration);
      if (other) throw new Error(`${name} and ${other} both have a ${declaration}. Rename one.`);
      declared.set(declaration, name);
    }
    const region = basename(name, ".ts");
    return `// #region ${region}\n${without(text, removed).trim()}\n// #endregion ${region}\n`;
  });
  return format([header, ...texts.map((text) => stripTypeScriptTypes(text))].join("\n"));
}

/** Reads a module, and finds in it what the bundle does not need: imports, exports, and what is a type. */
function readPart(name) {
  const file = join(parts, name);
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const [imports, removed, declarations] = [[], [], []];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      removed.push([statement.getFullStart(), statement.end]);
      const names = valuesOf(statement);
      if (names.length > 0) imports.push({ part: partAt(statement.moduleSpecifier.text, file), names });
      continue;
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      removed.push([statement.getFullStart(), statement.end]);
      continue;
    }
    const keyword = statement.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (keyword) removed.push([keyword.getStart(), keyword.end + 1]);
    const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    declarations.push(...named.flatMap(({ name }) => name?.text ?? []));
  }
  return { text, imports, removed, declarations };
}

/** The names that an import needs when the program runs. */
function valuesOf({ importClause }) {
  if (!importClause || importClause.isTypeOnly) return [];
  const elements = importClause.namedBindings?.elements ?? [];
  if (elements.length === 0 || elements.some(({ propertyName }) => propertyName)) {
    throw new Error(`Import by name, and without another one: ${importClause.getText()}`);
  }
  return elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

function partAt(specifier, from) {
  const file = join(from, "..", `${specifier}.ts`);
  if (specifier.startsWith(".") && existsSync(file)) return relative(parts, file);
  throw new Error(`${relative(root, from)} imports ${specifier}, which cannot be a part of verify.mjs.`);
}

const without = (text, ranges) =>
  ranges.reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text);

const format = (code) =>
  execFileSync(join(root, "node_modules/.bin/biome"), ["format", `--stdin-file-path=${verifierFile}`], {
    cwd: root,
    input: code,
    encoding: "utf8",
  });

if (process.argv[1] === import.meta.filename) writeFileSync(verifierFile, bundleVerifier());
