import { asMarkdown, md } from "fumadocs-core/server";
import type { ReactNode } from "react";

type Props = { children?: ReactNode; title?: string; href?: string; description?: string };

/** A component's Markdown form. It opts in by asking `asMarkdown()`, and has no other form. */
const form = <P>(render: (props: P) => Promise<string> | string) =>
  function MarkdownForm(props: P) {
    return asMarkdown() ? render(props) : null;
  };

const inline = form<Props>(({ children }) => md`${children}`);
const block = form<Props>(({ children }) => md`${children}\n\n`);

/** How the components of `components/docs/mdx-components.tsx` read as Markdown. */
export const markdownForms = {
  Allowed: inline,
  Refused: inline,
  UserId: form<Props>(({ children = "session.user.id" }) => md`\`${children}\``),
  Callout: form<Props>(({ title, children }) => md.linePrefix("> ")`${title ? `**${title}**\n\n` : ""}${children}`),
  Cards: block,
  Card: form<Props>(
    ({ title, href, description, children }) => md`- ${href ? `[${title}](${href})` : title}: ${description ?? ""}${children}\n`,
  ),
  Steps: block,
  Step: block,
  Tabs: block,
  Tab: block,
  CodeBlockTabs: block,
  CodeBlockTabsList: form(() => ""),
  CodeBlockTab: block,
  HowItWorks: form(() => ""),
  Demo: form(() => ""),
};
