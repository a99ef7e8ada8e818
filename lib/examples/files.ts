import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

/** Every folder under examples/ whose files the site shows, in the order in which it shows them. */
export const examples = [
  { folder: "examples/nextjs", title: "The Next.js app" },
  { folder: "examples/least", title: "The least" },
  { folder: "examples/your-app", title: "What changes by hand in your app" },
  { folder: "examples/screens", title: "Screens on the way" },
  { folder: "examples/mistakes", title: "The mistakes" },
  { folder: "examples/verify", title: "The verifier" },
  { folder: "examples/ci", title: "The CI job" },
  { folder: "examples/tests", title: "The tests" },
  { folder: "examples/deploy", title: "Around the app" },
  { folder: "examples/attachments", title: "Attachments" },
];

export type Example = (typeof examples)[number];

/** The example that a file of the repository belongs to, and the file's path in it. */
export function exampleOf(file: string): { example: Example; path: string } | undefined {
  const example = examples.find(({ folder }) => file.startsWith(`${folder}/`));
  return example && { example, path: file.slice(example.folder.length + 1) };
}

/**
 * The kinds of files that the site shows, and the languages for their highlighting. No other file in the
 * folder is shown, such as a database or a file of secrets.
 */
const languages: Record<string, string> = {
  ".conf": "nginx",
  ".css": "css",
  ".json": "json",
  ".md": "markdown",
  ".mjs": "javascript",
  ".sql": "sql",
  ".svg": "xml",
  ".ts": "typescript",
  ".tsx": "tsx",
  ".txt": "plaintext",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".dockerignore": "plaintext",
  ".env.example": "dotenv",
  ".gitignore": "plaintext",
  ".npmrc": "ini",
  Caddyfile: "plaintext",
  Dockerfile: "docker",
};

/** Not shown although the list has their kind: installed packages, generated files, the lock file. */
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

/** A file that the site shows, by its path in the repository. Undefined for any other path. */
export function readExampleFile(path: string) {
  if (!languageOf(path) || !exampleOf(path) || !exampleFiles().includes(path)) return undefined;
  return read(path);
}

/** All of them, for whoever needs each: the folders are walked once. */
export const readExampleFiles = () => exampleFiles().flatMap((path) => read(path) ?? []);

function read(path: string) {
  const language = languageOf(path);
  const owner = exampleOf(path);
  return language && owner
    ? { ...owner, file: path, language, text: readFileSync(at(path), "utf8") }
    : undefined;
}

export type ExampleFile = NonNullable<ReturnType<typeof readExampleFile>>;

const languageOf = (path: string) => languages[basename(path)] ?? languages[extname(path)];

// Without the comment, the bundler would include every file that the path could mean.
const at = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path);
