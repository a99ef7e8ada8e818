import { expect, test } from "vitest";
import { steps } from "~/lib/steps/steps";
import { writtenPages } from "../support/guide";

const pageOf = (slug: string) => writtenPages.find((page) => page.slug === slug)?.text ?? "";
const headings = (text: string) => Array.from(text.matchAll(/^## (.+)$/gm), ([, title]) => title);

test.each(steps)(
  "$slug ends with its files, the command that adds them, its check, and what to do if it fails",
  ({ slug }) => {
    const text = pageOf(slug);
    expect(headings(text).slice(-2)).toEqual(["Files of this step", "Check it"]);

    const [, files = "", check = ""] = text.split(/^## (?:Files of this step|Check it)$/m);
    expect(files).toContain(`<StepFiles name="${slug}" />`);
    expect(files).toContain(`\`\`\`npm\nnpx shadcn@4 add https://SITE/r/${slug}.json\n\`\`\``);
    expect(check).toContain(`<StepCheck name="${slug}" />`);
    expect(check).toContain("**If it fails.**");
  },
);

test("only a step's own page shows its files", () => {
  const named = writtenPages.flatMap(({ slug, text }) =>
    Array.from(text.matchAll(/<Step(?:Files|Check) name="([^"]*)"/g), ([, name]) => `${slug} shows ${name}`),
  );
  expect(named.sort()).toEqual(
    steps.flatMap(({ slug }) => [`${slug} shows ${slug}`, `${slug} shows ${slug}`]).sort(),
  );
});

test("no command to be pasted has a comment, which an interactive zsh does not know", () => {
  const commands = writtenPages.flatMap(({ slug, fences }) =>
    fences.filter(({ language }) => ["sh", "npm"].includes(language)).map(({ code }) => `${slug}: ${code}`),
  );
  expect(commands.filter((code) => /^\s*#|\s# /m.test(code))).toEqual([]);
});
