import { join } from "node:path";
import { createMDX } from "fumadocs-mdx/next";
import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Tells the server what the build has made.
  adapterPath: join(import.meta.dirname, "server/adapter.ts"),
  // `server/compression.ts` does this.
  compress: false,
  // Turns Next.js' image service off: the site shows no images that it would have to scale.
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3"],
  // There is no layout above the site's and the demos', so an address that is nobody's needs a page of its own.
  experimental: { globalNotFound: true },
};

export default createMDX()(config);
