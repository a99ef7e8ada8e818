import type { Node } from "fumadocs-core/page-tree";
import { source } from "~/lib/source";
import { ClosePopover } from "./ClosePopover";
import { NavLink } from "./NavLink";

/** The id by which the header's button opens the sidebar on a phone. */
export const sidebarId = "contents";

/** The guide's contents, with the number of the integration point beside the pages that explain one. */
export function Sidebar() {
  return (
    <nav id={sidebarId} className="sidebar" popover="auto" aria-label="Guide">
      <ClosePopover id={sidebarId} />
      {sections(source.getPageTree().children).map((section) => (
        <section key={section.title ?? "first"}>
          {section.title && <h2>{section.title}</h2>}
          <ul>
            {section.pages.map((page) => (
              <li key={page.url}>
                <NavLink href={page.url}>
                  {page.name}
                  {page.point && (
                    <span className="point" role="img" aria-label={`Integration point ${page.point}`}>
                      {page.point}
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

type Section = { title?: string; pages: { url: string; name: string; point?: number }[] };

/** The tree as sections: a separator in `meta.json` begins a new one. */
function sections(nodes: Node[]): Section[] {
  const result: Section[] = [{ pages: [] }];
  for (const node of nodes) {
    if (node.type === "separator") result.push({ title: String(node.name ?? ""), pages: [] });
    if (node.type !== "page") continue;
    const point = source.getNodePage(node)?.data.point;
    result.at(-1)?.pages.push({ url: node.url, name: String(node.name), point });
  }
  return result.filter(({ pages }) => pages.length > 0);
}
