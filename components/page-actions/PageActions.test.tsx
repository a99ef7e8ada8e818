import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageActions } from "./PageActions";

const actions = (editUrl?: string) =>
  renderToStaticMarkup(
    <PageActions markdownUrl="/docs/setup.md" editUrl={editUrl} prompt={["Read ", "/docs/setup.md."]} />,
  );

test("a page leads to where it is edited", () => {
  const edit = "https://git.example.com/guide/edit/main/content/docs/setup.mdx";
  expect(actions(edit)).toContain(`<a href="${edit}">Edit this page</a>`);
});

test("where no repository is known, nothing says that a page can be edited", () => {
  expect(actions()).not.toContain("Edit");
  expect(actions()).toContain("View as Markdown");
});
