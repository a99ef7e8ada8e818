import type { TestProject } from "vitest/node";
import { startSite } from "../support/site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site answers. */
    site: string;
  }
}

/** Starts the site once: the readers take their commands and files from it. */
export default async function setup(project: TestProject) {
  const site = await startSite();
  project.provide("site", site.url);
  return site.stop;
}
