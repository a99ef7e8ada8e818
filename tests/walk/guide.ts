import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { commandBlocks } from "~/lib/guide/commands";
import { sitePlaceholder } from "~/lib/site";
import { allHold, type Step, steps } from "~/lib/steps/steps";
import { startFakeOpenAI } from "../support/fake-openai";
import { Reader } from "./reader";
import { useSystemFonts } from "./system-fonts";

const site = inject("site");

/** Two minutes for what a package manager loads, and one for what Next.js compiles. */
const timeout = 300_000;

/** Takes every step of the guide in an empty folder, by the commands that its pages show. */
export function walkGuide(project: Reader["project"]) {
  describe(`with ${project.packageManager}, ${project.src ? "in src/" : "without src/"}`, () => {
    let reader: Reader;
    // What stands on a step that failed tells nothing.
    let taken = 0;
    beforeAll(async () => {
      reader = await Reader.sitDown(project);
    });
    afterAll(() => reader.leave());

    test.each(steps)(
      "after $slug the app type-checks, and the step's check holds",
      async (step) => {
        expect(taken, "the steps before this one hold").toBe(steps.indexOf(step));
        await takeStep(reader, step);
        await reader.paste("npx next typegen\nnpx tsc --noEmit");
        taken += 1;
      },
      timeout,
    );

    test(
      "at the end the verifier finds nothing, in a production build",
      async () => {
        expect(taken, "every step holds").toBe(steps.length);
        const model = await startFakeOpenAI();
        onTestFinished(model.stop);
        reader.settings = { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: "for-tests" };
        await reader.paste("npm run build");
        await reader.paste("npm start");
        const printed = await reader.paste(`curl -fsS ${site}/verify.mjs | node - ${reader.url}`);
        expect(printed).toContain(allHold);
      },
      timeout,
    );
  });
}

async function takeStep(reader: Reader, { slug, check }: Step) {
  const markdown = await (await fetch(`${site}/docs/${slug}.md`)).text();
  const blocks = commandBlocks(markdown, reader.project.packageManager).filter(
    ({ heading }) => heading !== "The whole app in one command",
  );
  expect(blocks).not.toEqual([]);

  const command = "run" in check ? check.run.replaceAll(sitePlaceholder, site) : undefined;
  for (const { code } of blocks) {
    // Next.js takes a moment to see a new file.
    if ("run" in check && code === command)
      await expect.poll(() => reader.paste(code), { timeout: 90_000 }).toContain(check.prints);
    else await reader.paste(code);
    if (slug === "setup") await useSystemFonts(reader);
  }
  if ("run" in check) expect(blocks.map(({ code }) => code)).toContain(command);
  else await reader.sees(check.open, check.shows);
}
