import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The file in a build's folder in which `adapter.ts` says what the server must know. */
export const builtPagesFile = "built-pages.json";

const schema = z.object({
  /** Each page's path, as it is in an address, and the file of its HTML. Files are named from the build's folder. */
  pages: z.array(z.object({ path: z.string(), html: z.string() })),
  /** The HTML files of what Next.js shows instead of a page. */
  errorPages: z.array(z.string()),
  /** The routes of pages that Next.js makes, or makes again, while the server runs. */
  madeAtRunTime: z.array(z.string()),
});

export type BuiltPages = z.infer<typeof schema>;

export function readBuiltPages(build: string): BuiltPages {
  return schema.parse(JSON.parse(readFileSync(join(build, builtPagesFile), "utf8")));
}
