import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { foreignEnv, root } from "./environment.ts";

const file = join(root, "examples/verify/verify.mjs");

interface Input {
  /** What is piped into `node -` instead of running the file. */
  script: string;
  /** As what Node reads a script from a pipe. */
  type?: "commonjs" | "module";
}

/** Runs the verifier as a reader does: the file, or what came through a pipe. */
export async function runVerifier(args: string[], input?: Input) {
  const type = input?.type ? [`--input-type=${input.type}`] : [];
  const child = spawn(process.execPath, [...type, input ? "-" : file, ...args], { env: foreignEnv() });
  child.stdin.end(input?.script);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code: Number(code), stdout, stderr };
}

const reportSchema = z.strictObject({
  address: z.string().nullable(),
  holds: z.boolean(),
  problem: z.string().nullable(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      promise: z.string(),
      result: z.enum(["holds", "fails", "skipped"]),
      skipped: z.string().nullable(),
      faults: z.array(z.string()),
      shoulds: z.array(z.string()),
      notes: z.array(z.string()),
      observed: z.array(z.string()),
      lines: z.string(),
      page: z.string(),
    }),
  ),
});

export const readReport = (stdout: string) => reportSchema.parse(JSON.parse(stdout));

/** What came of a run, for a test to compare: what is wrong is said with the check that says it. */
export const outcomeOf = (report: z.infer<typeof reportSchema>) => ({
  fails: checksThat("fails", report),
  skipped: checksThat("skipped", report),
  faults: report.checks.flatMap(({ name, faults, shoulds }) =>
    [...faults, ...shoulds].map((fault) => `${name}: ${fault}`),
  ),
  problem: report.problem,
});

/** The names of the checks that came out so. */
export const checksThat = (result: string, { checks }: z.infer<typeof reportSchema>) =>
  checks.filter((check) => check.result === result).map(({ name }) => name);
