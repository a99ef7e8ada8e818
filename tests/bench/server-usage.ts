import { execFileSync } from "node:child_process";
import pidusage from "pidusage";

/** What a server has used so far: the processes of its group, which npm is in as well. */
export async function usageOf(processGroup: number) {
  const lines = execFileSync("ps", ["-A", "-o", "pgid=,pid="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([group, pid = 0]) => (group === processGroup ? [pid] : []));
  const usages = Object.values(await pidusage(processes));
  return {
    /** Milliseconds of processor time. npm, which waits, adds nothing to it. */
    processor: usages.reduce((sum, { ctime }) => sum + ctime, 0),
    /** Memory in bytes, of the largest process. */
    memory: Math.max(...usages.map(({ memory }) => memory)),
  };
}
