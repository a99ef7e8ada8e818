import { expect, test } from "vitest";
import { splitSections } from "./split-sections";

const page = (markdown: string) => splitSections({ title: "Page", url: "/docs/page", markdown });

test("what stands before the first heading belongs to the page itself", () => {
  expect(
    splitSections({ title: "Page", description: "In short.", url: "/docs/page", markdown: "Hello\nthere." }),
  ).toEqual([
    {
      page: "Page",
      heading: "Page",
      url: "/docs/page",
      blocks: [
        { kind: "paragraph", text: "In short." },
        { kind: "paragraph", text: "Hello there." },
      ],
    },
  ]);
});

test("a heading's anchor becomes its section's address", () => {
  const [section] = page("## Always `await` it [#always-await-it]\n\nIt is a promise.");
  expect(section).toMatchObject({ heading: "Always `await` it", url: "/docs/page#always-await-it" });
});

test("a listing keeps its lines, its language and its title, and its # lines are no headings", () => {
  const [section] = page('```ts title="app/[id]/route.ts"\n# a\n\n  b\n\n```\n\nAfter.');
  expect(section).toMatchObject({
    code: { language: "ts", title: "app/[id]/route.ts", text: "# a\n\n  b" },
    blocks: [{ kind: "paragraph", text: "After." }],
  });
});

test("of a group of tabs the first listing is taken, without its indent and without the tags", () => {
  const [section] = page(
    '<Tabs>\n  <Tab value="npm">\n    ```bash\n    npm i x\n    ```\n  </Tab>\n\n  <Tab>\n    ```bash\n    pnpm add x\n    ```\n  </Tab>\n</Tabs>',
  );
  expect(section).toMatchObject({ code: { text: "npm i x" }, blocks: [] });
});

test("rows of a table read as items, its header is left out", () => {
  const [section] = page("| case | answer |\n| --- | --- |\n| no session | 401 |");
  expect(section?.blocks).toEqual([{ kind: "item", text: "no session: 401" }]);
});

test("an item that goes on in the next line is one block", () => {
  const [section] = page("* first\n  goes on\n* second");
  expect(section?.blocks).toEqual([
    { kind: "item", text: "first goes on" },
    { kind: "item", text: "second" },
  ]);
});

test("links to an anchor of the page name the page", () => {
  expect(page("See [it](#it).")[0]?.blocks[0]?.text).toBe("See [it](/docs/page#it).");
});
