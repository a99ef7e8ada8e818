import { defaultPaths, RunAborted } from "../app";
import { attacks } from "../attacks";
import { limit } from "./limit";

/** The site that serves this file writes its own address here, so that a failure can link to the page that explains it. */
export const guide = "";

export const usage = `Usage: node verify.mjs [options] <address of your app>

Makes two accounts and some dozens of threads in your app, asks the model for a few words, tries what nobody may do, and
deletes the threads again.

Options
  --cookie-a <cookies>  the Cookie header of somebody signed in, for an app without e-mail sign-up
  --cookie-b <cookies>  the same of somebody else
  --threads <path>      where the threads are (/api/threads)
  --thread <path>       where one is (/api/threads/{id})
  --messages <path>     where its messages are (/api/threads/{id}/messages)
  --title <path>        where the model titles it (/api/threads/{id}/title)
  --chat <path>         where the chat is (/api/chat)
  --auth <path>         where better-auth is (/api/auth)
  --no-chat             have the model answer nothing
  --limit               try as well how much one user may ask: up to 60 questions at once
  --only <names>        make these checks alone, such as ownership,pages
  --skip <names>        make all but these
  --strict              fail on what should be as well, not on what must be alone
  --timeout <seconds>   how long an answer may take (15)
  --first-timeout <seconds>
                        how long the first answer of each route may take, while next dev compiles it (90)
  --json                print one JSON object instead of TAP
  --markdown            print a table in Markdown instead of TAP, for the summary of a CI job
  --junit               print JUnit's XML instead of TAP, for a CI that shows test reports
  --help                print this

The results go to standard output as TAP version 14, a summary to standard error.
Exit code: 0 all hold, 1 some do not, 2 it could not run. A check whose route your app does not have is skipped:
it neither holds nor fails. What should be otherwise, and harms nobody else, is said and fails with --strict alone.`;

export type Options = NonNullable<Awaited<ReturnType<typeof readOptions>>>;

/** Reads what the command line asks for. Undefined if only help is wanted. */
export async function readOptions(args: string[]) {
  const { values, positionals } = await parse(args);
  const { threads, thread, messages, title, chat, auth } = values;
  const { json, markdown, junit, strict: isStrict, "cookie-a": a, "cookie-b": b, "no-chat": noChat } = values;
  if (values.help) return undefined;

  const [text = "", ...others] = positionals;
  const address = others.length === 0 && URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new RunAborted("Give the address of your app, such as http://localhost:3000. See --help.");
  }
  if (Boolean(a) !== Boolean(b)) throw new RunAborted("Give both --cookie-a and --cookie-b, or neither.");
  const paths = { threads, chat, auth, thread, messages, title };
  for (const [name, path] of Object.entries(paths)) {
    if (path?.startsWith("/") === false) throw new RunAborted(`--${name} is a path, such as /api/${name}.`);
  }
  if ([json, markdown, junit].filter(Boolean).length > 1) {
    throw new RunAborted("Give one of --json, --markdown and --junit.");
  }
  const format = json ? "json" : markdown ? "markdown" : junit ? "junit" : "tap";
  const timeouts = {
    each: millisecondsOf("timeout", values.timeout),
    first: millisecondsOf("first-timeout", values["first-timeout"]),
  };
  const chosen = [...chooseChecks(values.only, values.skip), ...(values.limit ? [limit] : [])];
  return { address, paths, cookies: { a, b }, mayChat: !noChat, timeouts, format, isStrict, chosen };
}

/** The checks that are wanted, and the first of all: without it, there is no run. */
function chooseChecks(only?: string, skip?: string) {
  if (only !== undefined && skip !== undefined) throw new RunAborted("Give --only or --skip, not both.");
  const names = (only ?? skip ?? "").split(",").filter(Boolean);
  const known: string[] = attacks.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new RunAborted(`There is no check ${unknown}. There are: ${known.join(", ")}.`);
  const isChosen = (name: string) => (only === undefined ? !names.includes(name) : names.includes(name));
  return attacks.filter(({ name }, index) => index === 0 || isChosen(name));
}

function millisecondsOf(name: string, seconds: string) {
  const milliseconds = Number(seconds) * 1000;
  // No timer of Node's waits for longer than 2^31 milliseconds.
  if (milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds;
  throw new RunAborted(`--${name} is a number of seconds, such as 30.`);
}

async function parse(args: string[]) {
  const { parseArgs } = await import("node:util");
  const { threads, chat, auth } = defaultPaths;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "cookie-a": { type: "string" },
        "cookie-b": { type: "string" },
        threads: { type: "string", default: threads },
        chat: { type: "string", default: chat },
        auth: { type: "string", default: auth },
        thread: { type: "string" },
        messages: { type: "string" },
        title: { type: "string" },
        only: { type: "string" },
        skip: { type: "string" },
        strict: { type: "boolean", default: false },
        limit: { type: "boolean", default: false },
        "no-chat": { type: "boolean", default: false },
        timeout: { type: "string", default: "15" },
        "first-timeout": { type: "string", default: "90" },
        json: { type: "boolean", default: false },
        markdown: { type: "boolean", default: false },
        junit: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const [problem] = error instanceof Error ? error.message.split(". ", 1) : [];
    throw new RunAborted(`${problem?.replace(/\.$/, "")}. See --help.`);
  }
}
