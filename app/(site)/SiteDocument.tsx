import "./globals.css";
import { ThemeProvider } from "next-themes";
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
        <ThemeProvider attribute="class">
          {children}
          <SiteFooter />
        </ThemeProvider>
      </body>
    </html>
  );
}
