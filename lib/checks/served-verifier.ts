import { readFile } from "node:fs/promises";

const unnamed = 'const guide = "";';

/**
 * examples/verify/verify.mjs as the site serves it: it knows where the guide is, so that its failures can link there.
 * The address is the site's own setting and not the one in the request: what a visitor sends must not end up in a
 * script that another visitor runs.
 */
export async function verifierFor(siteUrl: string): Promise<string> {
  const source = await readFile("examples/verify/verify.mjs", "utf8");
  if (!source.includes(unnamed)) throw new Error(`examples/verify/verify.mjs has no line ${unnamed}`);
  return source.replace(unnamed, () => `const guide = ${JSON.stringify(siteUrl)};`);
}
