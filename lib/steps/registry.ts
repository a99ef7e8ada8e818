import { siteUrl, withSiteUrl } from "../site";
import { stepFile } from "./step-file";
import { packagesOf, stepsNeeded } from "./step-needs";
import { type Check, type Step, steps } from "./steps";

const schema = "https://ui.shadcn.com/schema";

/** Files that stay at the project's root when the code is in `src/`. */
const atRoot = (path: string) => path === "drizzle.config.ts" || path.startsWith("drizzle/");

/** Where the registry has a step, or `all` of them. */
const itemUrl = (name: string) => `${siteUrl}/r/${name}.json`;

/** What the registry answers for `<step>.json`, `all.json` and `registry.json`; undefined for any other name. */
export function registryAnswer(file: string) {
  answers ??= new Map<string, object>([
    ...steps.map((step) => [`${step.slug}.json`, registryItem(step)] as const),
    ["all.json", wholeApp()],
    ["registry.json", registryIndex()],
  ]);
  return answers.get(file);
}

// The files of the example do not change while the site is served.
let answers: Map<string, object> | undefined;

/** A step as an item of a shadcn registry. */
function registryItem(step: Step) {
  return {
    $schema: `${schema}/registry-item.json`,
    name: step.slug,
    type: "registry:item",
    ...packagesOf(step),
    registryDependencies: stepsNeeded(step).map(({ slug }) => itemUrl(slug)),
    ...(step.envVars && { envVars: step.envVars }),
    files: Object.keys(step.files).map((path) => ({
      path,
      type: "registry:file",
      target: atRoot(path) ? `~/${path}` : path,
      content: stepFile(path).code,
    })),
    docs: docs(step),
  };
}

/** All steps as one item. */
const wholeApp = () => ({
  $schema: `${schema}/registry-item.json`,
  name: "all",
  type: "registry:item",
  registryDependencies: steps.map(({ slug }) => itemUrl(slug)),
});

/** The list of the items. */
const registryIndex = () => ({
  $schema: `${schema}/registry.json`,
  name: "better-auth-assistant-ui",
  homepage: siteUrl,
  items: [...steps.map(registryItem), wholeApp()],
});

/** What shadcn prints when the item is in place: what to merge by hand, how to check, and where to read on. */
function docs({ slug, merge = {}, check }: Step): string {
  const merges = Object.entries(merge).map(([path, advice]) => `If you had ${path} before: ${advice}`);
  return [
    ...merges,
    `Check: ${checkText(check)}`,
    `If it fails, and why it is so: ${siteUrl}/docs/${slug}`,
  ].join("\n");
}

const checkText = (check: Check) =>
  "run" in check
    ? `with the app running, ${withSiteUrl(check.run)} prints ${check.prints}`
    : `open http://localhost:3000${check.open} and see "${check.shows}"`;
