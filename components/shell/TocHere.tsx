"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Marks in the table of contents the heading that the reader has come to. */
export function TocHere() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other headings
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a")];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

    function mark() {
      const line = window.innerHeight * 0.3;
      const here = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
      links.forEach((link, index) => {
        if (index === Math.max(here, 0)) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    }

    // An observer instead of a scroll handler: the browser calls only when a heading crosses the line.
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    for (const heading of headings) if (heading) observer.observe(heading);
    return () => observer.disconnect();
  }, [pathname]);
  return null;
}
