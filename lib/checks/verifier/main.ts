import { CheckAborted, RunAborted } from "../aborted";
import { App } from "../app";
import { type Attack, runAttack } from "../attack";
import { attacks } from "../attacks";
import { Findings } from "../findings";
import { findUsers, spareSession } from "./accounts";
import { cleanUp } from "./clean-up";
import { NodeTransport } from "./node-transport";
import { type Options, readOptions, usage } from "./options";
import { print, say } from "./print";
import { printBailOut, printTap, printTapHeader, summarize } from "./report";
import { type Result, resultOf } from "./result";

/** Makes the attacks in their order. Each result is printed as soon as it is there. */
async function verify(
  transport: NodeTransport,
  { paths, cookies, mayChat, json }: Options,
  address: URL,
  results: Result[],
) {
  const app = new App({
    transport,
    origin: address.origin,
    paths,
    spareSession: (user) => spareSession(transport, user),
    mayChat,
  });
  async function make(attack: Attack) {
    const found = new Findings();
    await runAttack(attack, app, found);
    results.push(resultOf(attack, found));
    const result = results.at(-1);
    if (result && !json) printTap(result, results.length);
    return found.result;
  }

  const [first, ...others] = attacks;
  if ((await make(first)) !== "holds") {
    throw new RunAborted(
      `better-auth does not answer at ${transport.base}${paths.auth}. Mount its handlers there, or give --auth.`,
    );
  }
  const tidy = () => cleanUp(app, transport);
  const interrupted = () => tidy().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    app.users = await findUsers(transport, cookies);
    for (const attack of others) await make(attack);
  } finally {
    process.off("SIGINT", interrupted);
    await tidy();
  }
}

async function main(args: string[]) {
  const results: Result[] = [];
  let options: Options | undefined;
  let transport: NodeTransport | undefined;
  let problem: string | null = null;
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new RunAborted(`This needs Node 20 or newer, and here is ${process.version}.`);
    }
    options = await readOptions(args);
    const { address, paths } = options;
    if (!address) return print(usage);
    transport = new NodeTransport(address, paths);
    if (!options.json) printTapHeader(attacks.length);
    await verify(transport, options, address, results);
    const gates = results.filter(({ name }) => name.startsWith("gate-"));
    if (gates.every(({ result }) => result === "skipped")) {
      throw new RunAborted(
        "It found neither a chat nor threads. Name their paths with --chat and --threads.",
      );
    }
  } catch (error) {
    problem = problemOf(error);
  }

  const holds = problem === null && results.every(({ result }) => result !== "fails");
  process.exitCode = problem !== null ? 2 : holds ? 0 : 1;
  const address = transport?.base ?? null;
  if (options?.json) print(JSON.stringify({ address, holds, problem, checks: results }, null, 2));
  else if (transport && problem !== null) printBailOut(problem);
  if (transport && problem === null) summarize(results, transport.base);
  if (problem !== null) say(`Could not verify: ${problem}`);
}

function problemOf(error: unknown) {
  if (error instanceof RunAborted || error instanceof CheckAborted) return error.message;
  return `A fault of verify.mjs itself. ${error instanceof Error ? error.stack : error}`;
}

main(process.argv.slice(2));
