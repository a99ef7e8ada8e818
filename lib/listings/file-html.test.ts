import { beforeAll, describe, expect, test } from "vitest";
import { fileHtml } from "./file-html";

/** What a browser would show of it. */
const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&#x26;", "&");

const file = `import { a } from "a";
// #region outer
const one = 1 < 2 && true;
// #region inner
where(eq(threads.userId, session.user.id));
// #endregion inner
// #endregion outer
export default one;
`;

// The grammar is loaded once.
beforeAll(async () => void (await fileHtml("", "typescript")), 60_000);

describe("a file in the viewer", () => {
  test("shows every line but the markers, in order", async () => {
    const { html, lines } = await fileHtml(file, "typescript");

    expect(shown(html)).toBe(file.replace(/^.*#(end)?region.*\n/gm, ""));
    expect(lines).toBe(4);
  });

  test("anchors each region round its own lines", async () => {
    const { html, regions } = await fileHtml(file, "typescript");
    // Each region goes on to what follows the last of them.
    const shownFrom = (id: string) =>
      shown(`<${html.slice(html.indexOf(`id="${id}"`), html.indexOf("export"))}`).trim();

    expect(regions).toEqual(["outer", "inner"]);
    expect(shownFrom("outer")).toBe(
      "const one = 1 < 2 && true;\nwhere(eq(threads.userId, session.user.id));",
    );
    expect(shownFrom("inner")).toBe("where(eq(threads.userId, session.user.id));");
    expect(html.match(/class="region"/g)).toHaveLength(2);
  });

  test("marks the user's id as the guide's listings do", async () => {
    const { html } = await fileHtml(file, "typescript");

    expect(html.match(/class="user-id"/g)).toHaveLength(2);
    expect(html).toContain('class="t-keyword"');
    expect(html).not.toContain("style=");
  });

  test("has an element only where it says something", async () => {
    const { html } = await fileHtml('export async function read() {\n  return "it";\n}\n', "typescript");

    expect(html).toContain('<span class="t-keyword">export async function</span>');
    expect(html).not.toContain("<span>");
  });

  test("is plain text where the language has no grammar", async () => {
    expect(shown((await fileHtml("*.db\n", "plaintext")).html)).toBe("*.db\n");
  });
});
