import type { MetadataRoute } from "next";
import { exampleFiles, examples } from "~/lib/examples/files";
import { fileUrl } from "~/lib/listings/file-url";
import { siteUrl } from "~/lib/site";
import { source } from "~/lib/source";

export default function sitemap(): MetadataRoute.Sitemap {
  const guide = source.getPages().map((page) => page.url);
  const files = [...examples.map(({ folder }) => folder), ...exampleFiles()].map((path) => fileUrl(path));
  return ["/", ...guide, ...files].map((path) => ({ url: siteUrl + path }));
}
