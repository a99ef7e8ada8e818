import { RunAborted } from "../app";
import { type Attack, runAttack } from "../attack";
import { CheckAborted, Findings } from "../findings";
import { deleteThreads } from "../threads";
import { deleteAccounts, enter } from "./accounts";
import { junitOf } from "./junit";
import { type Options, readOptions, usage } from "./options";
import { print, say } from "./print";
import { RemoteApp } from "./remote-app";
import { markdownOf, oneLine, printTap, type Result, resultOf, summarize } from "./report";

/** Makes the attacks in their order. Each result is printed as soon as it is there. */
async function verify(app: RemoteApp, { cookies, format, chosen, isStrict }: Options, results: Result[]) {
  async function make(attack: Attack) {
    const found = new Findings();
    await runAttack(attack, app, found);
    const result = resultOf(attack, found, isStrict);
    results.push(result);
    if (format === "tap") printTap(result, results.length);
    return result.result;
  }

  const [first, ...others] = chosen;
  if (first && (await make(first)) !== "holds") {
    throw new RunAborted(
      `better-auth does not answer at ${app.base}${app.paths.auth}. Mount its handlers there, or give --auth.`,
    );
  }
  try {
    await enter(app, app.a, cookies.a);
    await enter(app, app.b, cookies.b);
    if (app.a.id === app.b.id) {
      throw new RunAborted("--cookie-a and --cookie-b are the same user's. Give two users'.");
    }
    for (const attack of others) await make(attack);
  } finally {
    if (app.finish()) process.exitCode = 130;
    await cleanUp(app);
  }
  const gates = results.filter(({ name }) => name.startsWith("gate-"));
  if (gates.length > 0 && gates.every(({ result }) => result === "skipped")) {
    throw new RunAborted("It found neither a chat nor threads. Name their paths with --chat and --threads.");
  }
}

/** Deletes what was made, and says what is left. */
async function cleanUp(app: RemoteApp) {
  const threads = await deleteThreads(app);
  const left = (await deleteAccounts(app)).map((email) => `the account ${email}`);
  if (threads > 0) left.unshift(`${threads} ${threads === 1 ? "thread" : "threads"}`);
  if (left.length > 0) say(`Left in your app, because it does not delete them: ${left.join(", ")}.`);
}

/** Ends the run early, but not without cleaning up. Who asks a second time does not wait for that. */
function interruptOnSignal(app: RemoteApp) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      say("Interrupted. Deleting what was made.");
      app.interrupt();
    });
  }
}

async function main(args: string[]) {
  const results: Result[] = [];
  let options: Options | undefined;
  let app: RemoteApp | undefined;
  let problem: string | null = null;
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new RunAborted(`This needs Node 20 or newer, and here is ${process.version}.`);
    }
    options = await readOptions(args);
    if (!options) return print(usage);
    app = new RemoteApp(options);
    interruptOnSignal(app);
    if (options.format === "tap") print(`TAP version 14\n1..${options.chosen.length}`);
    await verify(app, options, results);
  } catch (error) {
    const isExpected = error instanceof RunAborted || error instanceof CheckAborted;
    const told = error instanceof Error ? error.stack : error;
    problem = isExpected ? error.message : `A fault of verify.mjs itself. ${told}`;
  }

  const holds = problem === null && results.every(({ result }) => result !== "fails");
  process.exitCode ??= problem !== null ? 2 : holds ? 0 : 1;
  const address = app?.base ?? null;
  if (options?.format === "json")
    print(JSON.stringify({ address, holds, problem, checks: results }, null, 2));
  else if (app && options?.format === "markdown") print(markdownOf(results, app.base, problem));
  else if (app && options?.format === "junit") print(junitOf(results, app.base, problem));
  else if (app && problem !== null) print(`Bail out! ${oneLine(problem)}`);
  if (app && problem === null) summarize(results, app.base);
  if (problem !== null) say(`Could not verify: ${problem}`);
}

main(process.argv.slice(2));
