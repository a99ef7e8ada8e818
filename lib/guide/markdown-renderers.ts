import { asMarkdown, md } from "fumadocs-core/server";
import type { ReactNode } from "react";
import { checkTable } from "~/lib/checks/check-table";
import { rows } from "~/lib/checks/page/rows";
import { diagramSteps } from "~/lib/diagram/steps";
import { rawUrl } from "~/lib/listings/file-url";
import { mistakeDiffText } from "~/lib/mistakes/diff-text";
import { findMistake } from "~/lib/mistakes/mistakes";
import { sitePlaceholder } from "~/lib/site";
import { packagesOf } from "~/lib/steps/step-needs";
import { findStep } from "~/lib/steps/steps";

type Props = {
  children?: ReactNode;
  title?: string;
  href?: string;
  description?: string;
  value?: string;
};

/** Makes a component that has a Markdown form and no other. */
function form<P>(render: (props: P) => Promise<string> | string) {
  return (props: P) => (asMarkdown() ? render(props) : null);
}

const inline = form<Props>(({ children }) => md`${children}`);
const block = form<Props>(({ children }) => md`${children}\n\n`);
const nothing = form(() => "");

/** A numbered list. */
const steps = (texts: string[]) => `${texts.map((text, index) => `${index + 1}. ${text}`).join("\n")}\n\n`;

/** The Markdown of each component of `components/mdx-components.tsx`. */
export const markdownRenderers = {
  Allowed: inline,
  BreakageCount: form(() => String(checkTable().breakages)),
  Callout: form<Props>(
    ({ title, children }) => md.linePrefix("> ")`${title ? `**${title}**\n\n` : ""}${children}`,
  ),
  Card: form<Props>(({ title, href, description, children }) => {
    return md`- ${href ? `[${title}](${href})` : title}: ${description ?? ""}${children}\n`;
  }),
  Cards: block,
  Checklist: form(() => steps(rows.map(({ title, promise }) => `**${title}.** ${promise}`))),
  CheckTable: form(() => {
    const lines = checkTable().rows.map(({ name, promise, notices, live }) => {
      const where = typeof live === "number" ? `check ${live}` : `not made here: ${live}`;
      return `| \`${name}\` | ${promise} | ${notices} | ${where} |\n`;
    });
    const head = "| check | what holds | notices | on this page |\n| --- | --- | --- | --- |\n";
    return `${head}${lines.join("")}\n`;
  }),
  CodeBlockTab: form<Props>(({ value, children }) => md`**${value}**\n\n${children}\n\n`),
  CodeBlockTabs: block,
  CodeBlockTabsList: nothing,
  CodeBlockTabsTrigger: nothing,
  Demo: nothing,
  HowItWorks: form(() => steps(diagramSteps.map(({ text }) => text))),
  Mistake: form<{ name: string }>(async ({ name }) => {
    const mistake = findMistake(name);
    const title = `title="${mistake.file}: wrong (-) and right (+)"`;
    return `What you see: ${mistake.symptom}\n\n\`\`\`diff ${title}\n${await mistakeDiffText(mistake)}\n\`\`\`\n\n`;
  }),
  Refused: inline,
  Step: block,
  StepCheck: form<{ name: string }>(({ name }) => {
    const { check } = findStep(name);
    if ("open" in check)
      return `Open http://localhost:3000${check.open} and sign in, or create an account. The page shows "${check.shows}".\n\n`;
    return `\`\`\`sh title="Terminal"\n${check.run}\n\`\`\`\n\nIt prints \`${check.prints}\`.\n\n`;
  }),
  StepFiles: form<{ name: string }>(({ name }) => {
    const step = findStep(name);
    const files = Object.entries(step.files).map(([path, holds]) => {
      const merge = step.merge?.[path];
      const url = sitePlaceholder + rawUrl(`examples/nextjs/${path}`);
      return `- [\`${path}\`](${url}): ${holds}.${merge ? ` If you have one: ${merge}` : ""}\n`;
    });
    const packages = Object.values(packagesOf(step)).flat();
    const line =
      packages.length > 0 ? `\nThe packages that come with them: \`${packages.join(" ")}\`.\n` : "";
    return `${files.join("")}${line}\n`;
  }),
  Steps: block,
  Tab: block,
  Tabs: block,
  UserId: form<Props>(({ children = "session.user.id" }) => md`\`${children}\``),
};
