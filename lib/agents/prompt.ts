import { verifierCommand } from "~/lib/checks/verifier-command";
import { sitePlaceholder } from "~/lib/site";
import { steps } from "~/lib/steps/steps";

/** What a reader gives to a coding agent to have a page done. The address of the site is its placeholder. */
export function pagePrompt({ url, title }: { url: string; title: string }): string {
  const step = steps.find(({ slug }) => url === `/docs/${slug}`);
  const verify = `At the end run \`${verifierCommand(sitePlaceholder)}\` with the app running, and mend what it names.`;
  const whole = `All steps and rules are in ${sitePlaceholder}/skill.md.`;
  const page = `${sitePlaceholder}${url}.md`;
  if (!step) return `Read ${page} ("${title}"), and apply it to this project. ${whole} ${verify}`;

  const { slug, check } = step;
  const done =
    "run" in check
      ? `\`${check.run}\` prints \`${check.prints}\``
      : `http://localhost:3000${check.open} shows "${check.shows}" after signing in`;
  return `Read ${page} ("${title}"), and do this step in this project. \`npx shadcn@4 add ${sitePlaceholder}/r/${slug}.json\` brings its files; keep a file that the project has already, and merge by hand what the page explains. It is done when ${done}. ${whole} ${verify}`;
}
