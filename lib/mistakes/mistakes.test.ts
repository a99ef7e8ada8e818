import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mistakes } from "./mistakes";

const folder = "examples/mistakes";

test("the folder holds the mistakes that are listed, and for each one file and its README", () => {
  const files = globSync("*/**/*.*", { cwd: folder }).sort();
  expect(files).toEqual(
    mistakes.flatMap(({ name, file }) => [`${name}/${file}`, `${name}/README.md`]).sort(),
  );
});

describe.each(mistakes.map((mistake) => [mistake.name, mistake] as const))("%s", (name, mistake) => {
  test("stands in for a file of the example", () => {
    expect(existsSync(`examples/nextjs/${mistake.file}`)).toBe(true);
  });

  test("is explained by a page of the guide", () => {
    expect(existsSync(`content/docs/${mistake.page}.mdx`)).toBe(true);
  });

  test("says under its own title what it looks like, what it costs and how to mend it", () => {
    const headings = readFileSync(`${folder}/${name}/README.md`, "utf8").match(/^#+ .*/gm);
    expect(headings).toEqual([
      `# ${mistake.title}`,
      "## What it looks like",
      "## What it costs",
      "## The fix",
    ]);
  });
});
