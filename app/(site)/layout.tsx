import "./globals.css";
import { RootProvider } from "fumadocs-ui/provider/next";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { siteName, siteUrl } from "~/lib/site-url";
import { mono, sans } from "../fonts";

export const metadata: Metadata = {
  metadataBase: new URL(siteUrl),
  title: { default: siteName, template: `%s · ${siteName}` },
  description:
    "Gate an assistant-ui chat with better-auth and scope every thread to its user. A guide whose listings are the files that its live demos run.",
  openGraph: { siteName, type: "website", locale: "en" },
  twitter: { card: "summary_large_image" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#101010" },
  ],
};

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        {/* The site has a search of its own: a tenth of the weight, and a combobox for screen readers. */}
        <RootProvider search={{ enabled: false }} theme={{ hotKey: false }}>
          {children}
        </RootProvider>
      </body>
    </html>
  );
}
