import type { ReactNode } from "react";
import { Sidebar, sidebarId } from "~/components/shell/Sidebar";
import { SiteHeader } from "~/components/shell/SiteHeader";

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader menu={sidebarId} />
      <div className="docs-frame">
        <Sidebar />
        {children}
      </div>
    </>
  );
}
