import { Search } from "../search/Search";
import { SearchIcon } from "../ui/icons";
import { Wordmark } from "./Logo";
import { NavLink } from "./NavLink";
import { ThemeToggle } from "./ThemeToggle";

/** The bar over every page. `menu` is the id of the page's navigation, which a phone opens from here. */
export function SiteHeader({ menu }: { menu?: string }) {
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Wordmark />
        <nav className="site-links" aria-label="Site">
          <NavLink href="/docs" match="section">
            Guide
          </NavLink>
          <NavLink href="/examples/nextjs" match="section">
            Example
          </NavLink>
          <NavLink href="/docs/run-and-verify">Verify your app</NavLink>
        </nav>
        <Search shortcut className="search-trigger">
          <SearchIcon />
          <span className="label">Search</span>
          <span className="shortcut" aria-hidden="true">
            ⌘K
          </span>
        </Search>
        <ThemeToggle />
        {menu && (
          <button
            type="button"
            className="icon-button menu-button"
            popoverTarget={menu}
            aria-label="Contents"
          >
            <svg viewBox="0 0 18 18" aria-hidden="true">
              <path d="M2.5 5.5h13M2.5 9h13M2.5 12.5h13" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}
