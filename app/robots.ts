import type { MetadataRoute } from "next";
import { demoRoot } from "~/lib/sandbox/protocol/addresses";
import { siteUrl } from "~/lib/site-url";

export default function robots(): MetadataRoute.Robots {
  return {
    // The demos are apps in use, and raw files are already on the pages that show them.
    rules: { userAgent: "*", allow: "/", disallow: [`${demoRoot}/`, "/model/", "/raw/"] },
    sitemap: `${siteUrl}/sitemap.xml`,
  };
}
