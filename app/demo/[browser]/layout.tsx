import "./demo.css";
import type { Metadata, Viewport } from "next";
import { fetchShim } from "~/components/demo-app/fetch-shim";
import { MistakeTabBanner } from "~/components/demo-app/MistakeTabBanner";
import { SessionBridge } from "~/components/demo-app/SessionBridge";
import { demoPath, sessionUrl, shownBrowsers } from "~/lib/sandbox/protocol/addresses";
import { mono, sans } from "../../fonts";

export const metadata: Metadata = {
  title: { default: "Live demo", template: "%s · Live demo" },
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: "light dark", interactiveWidget: "resizes-content" };

export const dynamicParams = false;

export const generateStaticParams = () => shownBrowsers.map((browser) => ({ browser }));

/** The example's root layout, with the scripts that let its pages run below a path. */
export default async function DemoLayout({ children, params }: LayoutProps<"/demo/[browser]">) {
  const { browser } = await params;
  const script = `(${fetchShim})("${demoPath(browser)}", "${sessionUrl}")`;
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a function of this repository, as text */}
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </head>
      <body>
        {children}
        <SessionBridge />
        <MistakeTabBanner />
      </body>
    </html>
  );
}
