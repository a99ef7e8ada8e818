import type { TestProject } from "vitest/node";
import { startSite } from "../support/site.ts";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
  }
}

/** Starts the site once for both engines. */
export default async function setup(project: TestProject) {
  const { url, stop } = await startSite();
  project.provide("site", url);
  return stop;
}
