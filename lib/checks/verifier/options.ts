import { RunAborted } from "../aborted";
import type { Paths } from "../app";

/** The site that serves this file writes its own address here, so that a failure can link to the page that explains it. */
export const guide = "";

export const usage = `Usage: node verify.mjs [options] <address of your app>

Makes two accounts and a few threads in your app, tries what nobody may do, and deletes the threads again.

Options
  --cookie-a <cookies>  the Cookie header of somebody signed in, for an app without e-mail sign-up
  --cookie-b <cookies>  the same of somebody else
  --threads <path>      where the threads are (/api/threads)
  --chat <path>         where the chat is (/api/chat)
  --auth <path>         where better-auth is (/api/auth)
  --no-chat             have the model answer nothing
  --json                print one JSON object instead of TAP
  --help                print this

The results go to standard output as TAP version 14, a summary to standard error.
Exit code: 0 all hold, 1 some do not, 2 it could not run. A check whose route your app does not have is skipped:
it neither holds nor fails.`;

export interface Options {
  /** Undefined if only help is wanted. */
  address: URL | undefined;
  paths: Paths;
  /** The cookies of two users that were given. */
  cookies: [string, string] | undefined;
  mayChat: boolean;
  json: boolean;
}

export async function readOptions(args: string[]): Promise<Options> {
  const { values, positionals } = await parse(args);
  const { threads, chat, auth, json } = values;
  const paths = { threads, chat, auth };
  const options = { address: undefined, paths, cookies: undefined, mayChat: !values["no-chat"], json };
  if (values.help) return options;

  const [text = "", ...others] = positionals;
  const address = others.length === 0 && URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new RunAborted("Give the address of your app, such as http://localhost:3000. See --help.");
  }
  const [a, b] = [values["cookie-a"], values["cookie-b"]];
  if (Boolean(a) !== Boolean(b)) throw new RunAborted("Give both --cookie-a and --cookie-b, or neither.");
  for (const [name, path] of Object.entries(paths)) {
    if (!path.startsWith("/")) throw new RunAborted(`--${name} is a path, such as /api/${name}.`);
  }
  return { ...options, address, cookies: a && b ? [a, b] : undefined };
}

async function parse(args: string[]) {
  const { parseArgs } = await import("node:util");
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "cookie-a": { type: "string" },
        "cookie-b": { type: "string" },
        threads: { type: "string", default: "/api/threads" },
        chat: { type: "string", default: "/api/chat" },
        auth: { type: "string", default: "/api/auth" },
        "no-chat": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const [problem] = error instanceof Error ? error.message.split(". ", 1) : [];
    throw new RunAborted(`${problem?.replace(/\.$/, "")}. See --help.`);
  }
}
