import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { basename, join } from "node:path";
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
  "verifier/limit.ts",
  "attacks.ts",
  "findings.ts",
  "attack.ts",
  "bad-drafts.ts",
  "tool-approvals.ts",
  "writes.ts",
  "view.ts",
  "actions.ts",
  "threads.ts",
  "shape.ts",
  "app.ts",
  "answer.ts",
  "verifier/accounts.ts",
  "verifier/remote-app.ts",
  "verifier/print.ts",
  "verifier/report.ts",
  "verifier/junit.ts",
  "verifier/main.ts",
];

/** The modules of the attacks, as the list of them has them. */
function attacksInOrder() {
  const text = readFileSync(join(parts, "attacks.ts"), "utf8");
  const imports = text.matchAll(/^import \{ (\w+) \} from "\.\/(attacks\/[^"]+)";$/gm);
  const files = new Map([...imports].map(([, name, file]) => [name, `${file}.ts`]));
  return text.match(/^ {2}\w+(?=,$)/gm).map((name) => files.get(name.trim()));
}

/** The whole text of verify.mjs. */
export function bundleVerifier() {
  const names = order();
  const texts = names.map((name) => {
    const { text, imports } = readPart(name);
    const missing = imports.find((part) => !names.includes(part));
    if (missing) throw new Error(`${name} imports ${missing}. Add it to the order of the parts.`);
    const region = basename(name, ".ts");
    return `// #region ${region}\n${stripTypeScriptTypes(text).trim()}\n// #endregion ${region}\n`;
  });
  return format([header, ...texts].join("\n"));
}

/** Reads a module without what the bundle does not need: imports, exports, and types with their comments. */
function readPart(name) {
  const source = ts.createSourceFile(name, readFileSync(join(parts, name), "utf8"), ts.ScriptTarget.Latest);
  const imports = source.statements.filter(ts.isImportDeclaration).filter(hasValues);
  const isLeftOut = (statement) =>
    ts.isImportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  const kept = source.statements.filter((statement) => !isLeftOut(statement));
  return {
    text: kept.map((statement) => statement.getFullText(source).replace(/^export /m, "")).join(""),
    imports: imports.map(({ moduleSpecifier }) => join(name, "..", `${moduleSpecifier.text}.ts`)),
  };
}

/** Whether something of an import is there when the program runs. */
const hasValues = ({ importClause }) =>
  !importClause?.isTypeOnly && importClause?.namedBindings.elements.some(({ isTypeOnly }) => !isTypeOnly);

const format = (code) =>
  execFileSync(join(root, "node_modules/.bin/biome"), ["format", `--stdin-file-path=${verifierFile}`], {
    cwd: root,
    input: code,
    encoding: "utf8",
  });

if (process.argv[1] === import.meta.filename) writeFileSync(verifierFile, bundleVerifier());
