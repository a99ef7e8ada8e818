"use client";

import { usePathname } from "next/navigation";
import { SearchIcon } from "../ui/icons";
import { Search } from "./Search";

/** A search for the words of the address, which are often those of the page that was meant. */
export function SearchForAddress() {
  return (
    <Search className="search-missing" words={wordsOf(usePathname())}>
      <SearchIcon />
      Search the guide
    </Search>
  );
}

function wordsOf(pathname: string): string {
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  return last.replace(/%[\da-f]{2}|[^\p{L}\p{N}]+/giu, " ").trim();
}
