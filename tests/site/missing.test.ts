import { describe, expect, inject, test } from "vitest";
import { source } from "~/lib/source";
import { textOf } from "./text-of.ts";

const site = inject("addresses").site;

describe.each(["/nowhere", "/docs/nowhere", "/examples/nowhere", "/og/nowhere.png"])(
  "%s, where nothing is",
  (path) => {
    test("answers 404 and says so, in the site's own frame", async () => {
      const response = await fetch(site + path);
      const html = await response.text();

      expect(response.status).toBe(404);
      expect(textOf(html, "h1")).toBe("There is no page at this address");
      expect(html).toContain('class="site-header"');
      expect(html).toContain('<meta name="robots" content="noindex"');
    });

    test("offers the search and every page of the guide", async () => {
      const html = await (await fetch(site + path)).text();
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));

      expect(textOf(main, "button")).toBe("Search the guide");
      for (const { url } of source.getPages()) expect(main).toContain(`href="${url}"`);
    });
  },
);
