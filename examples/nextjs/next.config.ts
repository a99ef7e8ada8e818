import type { NextConfig } from "next";

const config: NextConfig = {
  // For a container: a server of a few files instead of `next start`, which does not
  // serve such a build. The Dockerfile asks for it.
  output: process.env.NEXT_OUTPUT === "standalone" ? "standalone" : undefined,
  // Drizzle reads the migrations when the server starts, and no import names them.
  outputFileTracingIncludes: { "/*": ["./drizzle/**/*"] },
  serverExternalPackages: ["better-sqlite3"],
  poweredByHeader: false,
  // No other site may show the app in a frame, where it could trick people into clicks.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "frame-ancestors 'none'" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],
};

// better-auth's client and the adapters call addresses that begin with /api.
if (config.basePath)
  throw new Error(
    "This app does not run under a path. Take out basePath and give the app a subdomain, such as chat.example.com.",
  );

export default config;
