import type { MetadataRoute } from "next";
import { demoRoot } from "~/lib/sandbox/protocol/addresses";
import { siteUrl } from "~/lib/site";

export default function robots(): MetadataRoute.Robots {
  return {
    // Demos are apps, not documents. Raw and highlighted files are on the pages that show them already.
    rules: { userAgent: "*", allow: "/", disallow: [`${demoRoot}/`, "/model/", "/raw/", "/listing/"] },
    sitemap: `${siteUrl}/sitemap.xml`,
  };
}
