/** The browsers that the demos show. The cookies of one do not reach another, because their paths differ. */
export const shownBrowsers = ["a", "b"] as const;

/** The browsers that the checklist asks from. Nobody signs in to the stranger's. */
export const checkBrowsers = { alice: "c", bob: "d", stranger: "e" } as const;

export const browsers = [...shownBrowsers, ...Object.values(checkBrowsers)] as const;

export type ShownBrowser = (typeof shownBrowsers)[number];

/** Where the demos are on the site. */
export const demoRoot = "/demo";

/** Where a browser's app is: `path` is the app's own, such as `/api/threads`. */
export const demoPath = (browser: string, path = "") => `${demoRoot}/${browser}${path}`;

const api = new RegExp(`^${demoRoot}/[^/]+/api(?:/|$)`);

/** Whether a path of the site leads to the example's API in a sandbox. */
export const isDemoApi = (path: string) => api.test(path);

/** The site's own endpoints for a sandbox. */
export const sessionUrl = `${demoRoot}/session`;
export const mistakesUrl = `${demoRoot}/mistakes`;
export const databaseUrl = `${demoRoot}/database`;
export const codeUrl = `${demoRoot}/code`;

/** Where coding agents ask for the guide by the Model Context Protocol. */
export const mcpUrl = "/mcp";

/** The demo model, which the site's own server asks. */
export const modelUrl = "/model/v1/responses";
