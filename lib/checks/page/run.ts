import { checkBrowsers } from "~/lib/sandbox/protocol/addresses";
import { RunAborted } from "../aborted";
import { App } from "../app";
import { runAttack } from "../attack";
import { deleteThreads } from "../delete-threads";
import { Findings, type Step } from "../findings";
import type { User } from "../transport";
import { exampleShape } from "./example-shape";
import type { PageApp } from "./page-attack";
import { type Account, type CheckEnvironment, PageTransport } from "./page-transport";
import { type Row, rows } from "./rows";

export interface Result {
  row: Row;
  state: "waiting" | "running" | "holds" | "fails" | "stopped";
  steps: readonly Step[];
}

export interface Report {
  results: readonly Result[];
  /** The ids of the two users, once they have signed in. */
  userIds: readonly string[];
  /** Requests that were made, cleaning up included. */
  requests: number;
  /** How many threads were made and are deleted. */
  threads: number;
  state: "running" | "done" | "stopped";
  /** Why it could not go on. */
  problem?: string;
}

const paths = { threads: "/api/threads", chat: "/api/chat", auth: "/api/auth" };

export function exampleApp(transport: PageTransport): PageApp {
  const { origin } = transport.environment;
  // The check that ends Alice's session is the last.
  const spareSession = async (user: User) => user;
  return new App({ transport, origin, paths, spareSession, shape: exampleShape });
}

/** Runs the rows one after the other, and reports whenever there is something new. Cleans up, however it ends. */
export async function runRows(
  environment: CheckEnvironment,
  [alice, bob]: readonly [Account, Account],
  { signal, onReport }: { signal: AbortSignal; onReport: (report: Report) => void },
) {
  const transport = new PageTransport(environment, signal);
  const app = exampleApp(transport);
  let report = waiting();
  const tell = (news: Partial<Report>) => {
    report = { ...report, ...news, requests: transport.requests };
    onReport(report);
  };
  const change = (changed: Row, news: Partial<Result>) =>
    tell({
      results: report.results.map((result) => (result.row === changed ? { ...result, ...news } : result)),
    });

  async function run(row: Row) {
    change(row, { state: "running" });
    if (report.userIds.length === 0) {
      await signInBoth(app, alice, bob);
      tell({ userIds: [String(app.a.id), String(app.b.id)] });
    }
    const found = new Findings();
    app.onAnswer = (answer) => {
      found.asked(answer);
      change(row, { steps: [...found.steps] });
    };
    try {
      await runRow(row, app, found);
    } finally {
      change(row, { steps: [...found.steps] });
    }
    // Here, because after the last row Alice can no longer delete what is hers.
    const { deleted } = await deleteThreads(app);
    tell({ threads: report.threads + deleted });
    change(row, { state: holds(found) ? "holds" : "fails" });
  }

  tell({});
  try {
    for (const row of rows) await run(row);
  } catch (error) {
    if (!(error instanceof RunAborted) && !signal.aborted) throw error;
    transport.finish();
    await deleteThreads(app).catch(ifAborted);
    const results = report.results.map((result) =>
      result.state === "running" ? { ...result, state: "stopped" as const } : result,
    );
    tell({ results, state: "stopped", problem: signal.aborted ? undefined : messageOf(error) });
  } finally {
    transport.finish();
    await transport.signOut().catch(ifAborted);
  }
  if (report.state === "running") tell({ state: "done" });
}

/** Makes the attacks of a row. The example has all that they ask for, so what is skipped is a fault. */
export async function runRow({ attacks }: Row, app: PageApp, found: Findings) {
  for (const attack of attacks) await runAttack(attack, app, found);
  const [{ answer } = {}] = found.steps.slice(-1);
  if (answer && found.skipped) found.judge(answer, false, { right: "", wrong: `${found.skipped}.` });
}

export async function signInBoth(app: PageApp, alice: Account, bob: Account) {
  app.users = {
    a: await app.transport.signIn(alice, checkBrowsers.alice),
    b: await app.transport.signIn(bob, checkBrowsers.bob),
  };
}

/** An answer that nobody has judged is no proof either. */
export const holds = ({ result, steps }: Findings) =>
  result === "holds" && steps.every(({ verdict }) => verdict !== undefined);

export const waiting = (): Report => ({
  results: rows.map((row) => ({ row, state: "waiting", steps: [] })),
  userIds: [],
  requests: 0,
  threads: 0,
  state: "running",
});

const messageOf = (error: unknown) => (error instanceof RunAborted ? error.message : undefined);

/** What stopped the run stops the cleaning up as well. There is nothing more to be said of it. */
function ifAborted(error: unknown) {
  if (!(error instanceof RunAborted)) throw error;
}
