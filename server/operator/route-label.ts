import { browsers, demoRoot } from "../../lib/sandbox/protocol/addresses.ts";

/** What stands for an address in logs and metrics. There are few, whatever clients ask for, and none holds what a client wrote. */
const written: [pattern: RegExp, label: string][] = [
  [/^\/_next\/static\/.*/, "/_next/static"],
  [/^\/(docs)?$/, "$&"],
  [/^\/docs\/[^/]+\.md$/, "/docs/[page].md"],
  [/^\/docs\/.*/, "/docs/[page]"],
  [/^\/examples(\/.*)?$/, "/examples/[path]"],
  [/^\/(raw|og|r|markdown)\/.*/, "/$1/[path]"],
  [/^\/(api\/search|model\/v1\/responses|healthz|readyz|metrics)$/, "$&"],
  [/^DEMO\/(session|mistakes|database)$/, "$&"],
  [/^DEMO\/code\/.*/, "DEMO/code/[name]"],
  [
    /^DEMO\/[^/]+\/api\/auth\/(sign-in\/email|sign-up\/email|sign-out|get-session)$/,
    "DEMO/[browser]/api/auth/$1",
  ],
  [/^DEMO\/[^/]+\/api\/auth\/.*/, "DEMO/[browser]/api/auth/[path]"],
  [/^DEMO\/[^/]+\/api\/(chat|threads)$/, "DEMO/[browser]/api/$1"],
  [/^DEMO\/[^/]+\/api\/threads\/[^/]+\/(messages|title)$/, "DEMO/[browser]/api/threads/[id]/$1"],
  [/^DEMO\/[^/]+\/api\/threads\/[^/]+$/, "DEMO/[browser]/api/threads/[id]"],
  [/^\/[a-z-]+\.(txt|xml|mjs|tgz|zip|svg|ico|png)$/, "/[file]"],
];

const labels = written.map(([{ source }, label]): [RegExp, string] => [
  new RegExp(source.replace("DEMO", demoRoot)),
  label.replace("DEMO", demoRoot),
]);

const page = new RegExp(`^${demoRoot}/(${browsers.join("|")})(/|$)(?!api/)`);

export function routeLabel(path: string): string {
  for (const [pattern, label] of labels) if (pattern.test(path)) return path.replace(pattern, label);
  return page.test(path) ? `${demoRoot}/[browser]/[page]` : "other";
}
