import type { ReactNode } from "react";
import { SiteHeader } from "~/components/shell/SiteHeader";
import { FileSidebar, fileSidebarId } from "~/components/viewer/FileSidebar";

export default function ExamplesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader menu={fileSidebarId} />
      <div className="docs-frame">
        <FileSidebar />
        {children}
      </div>
    </>
  );
}
