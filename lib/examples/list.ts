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
