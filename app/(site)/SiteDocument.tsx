import "./globals.css";
import { RootProvider } from "fumadocs-ui/provider/next";
import type { ReactNode } from "react";
import { SiteFooter } from "~/components/shell/SiteFooter";
import { mono, sans } from "../fonts";

/** The document around every page of the site, with the footer. */
export function SiteDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        {/* The site has a search of its own: a tenth of the weight, and a combobox for screen readers. */}
        <RootProvider search={{ enabled: false }} theme={{ hotKey: false, disableTransitionOnChange: false }}>
          {children}
          <SiteFooter />
        </RootProvider>
      </body>
    </html>
  );
}
