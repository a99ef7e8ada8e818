import { spawn } from "node:child_process";

/** Ends a command. Its message is one line that says what to do. */
export class StartError extends Error {}

/** On standard error: standard output may be a log that a program reads. */
export function say(line: string) {
  console.error(`▸ ${line}`);
}

/** Runs what `npm start`, `npm run dev` or `npm run build` stands for. */
export async function runCommand(command: () => Promise<void>) {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

/** Runs a command of Next.js in a process of its own, which prints to the same terminal. */
export const runNext = (...args: string[]) =>
  spawn(process.execPath, ["node_modules/next/dist/bin/next", ...args], { stdio: "inherit" });
