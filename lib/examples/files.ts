import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

/** Every folder under examples/ whose files the site shows, in the order in which it shows them. */
export const examples = [
  { folder: "examples/nextjs", title: "The Next.js app" },
  { folder: "examples/mistakes", title: "The mistakes" },
  { folder: "examples/verify", title: "The verifier" },
];

export type Example = (typeof examples)[number];

/** The example that a file of the repository belongs to, and the file's path in it. */
export function exampleOf(file: string): { example: Example; path: string } | undefined {
  const example = examples.find(({ folder }) => file.startsWith(`${folder}/`));
  return example && { example, path: file.slice(example.folder.length + 1) };
}

/**
 * What is shown, and how it is highlighted. A list of what may be seen, so that what a reader's own machine adds to the
 * folder, a database or a file of secrets, stays unseen without being thought of.
 */
const languages: Record<string, string> = {
  ".css": "css",
  ".json": "json",
  ".md": "markdown",
  ".mjs": "javascript",
  ".sql": "sql",
  ".svg": "xml",
  ".ts": "typescript",
  ".tsx": "tsx",
  ".env.example": "dotenv",
  ".gitignore": "plaintext",
  ".npmrc": "ini",
};

/** Left out although the list above has their kind: what is installed, what is generated, and the lock file. */
const leftOut = ["node_modules", ".next", "next-env.d.ts", "package-lock.json"];

/** Every file of the examples, by its path in the repository. */
export function exampleFiles(): string[] {
  return examples.flatMap(({ folder }) => filesUnder(folder));
}

function filesUnder(folder: string): string[] {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (leftOut.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && languageOf(path) ? [path] : [];
  });
}

/** A file that is shown, by its path in the repository; nothing if that is not one. */
export function readExampleFile(path: string) {
  const language = languageOf(path);
  const owner = exampleOf(path);
  if (!language || !owner || !exampleFiles().includes(path)) return undefined;
  return { ...owner, file: path, language, text: readFileSync(at(path), "utf8") };
}

export type ExampleFile = NonNullable<ReturnType<typeof readExampleFile>>;

const languageOf = (path: string) => languages[basename(path)] ?? languages[extname(path)];

// The bundler would take a path that it cannot read for all the files that it could be.
const at = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path);
