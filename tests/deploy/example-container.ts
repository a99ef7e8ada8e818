import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { foreignEnv, root } from "../support/environment";
import { freePort } from "../support/free-port";
import { startService } from "../support/service";
import { copyInto, readDockerfile } from "./dockerfile";

const context = join(root, "examples/nextjs");
export const instructions = readDockerfile("examples/nextjs/Dockerfile");

interface Stage {
  /** What is `/` in a container. */
  folder: string;
  workdir: string;
  env: NodeJS.ProcessEnv;
}

/** Does in folders what the example's Dockerfile says, a folder a stage, and hands out the last one. */
export function buildContainer() {
  const top = mkdtempSync(join(tmpdir(), "example-container-"));
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  let command: string[] = [];

  for (const { name, text } of instructions) {
    if (name === "FROM") {
      const called = text.split(" AS ")[1] ?? "last";
      stage = { folder: join(top, called), workdir: "/", env: { ...foreignEnv() } };
      stages.set(called, stage);
      mkdirSync(stage.folder);
      continue;
    }
    if (!stage) throw new Error("The Dockerfile does not begin with FROM.");
    const here = join(stage.folder, stage.workdir);
    if (name === "WORKDIR") {
      stage.workdir = text;
      mkdirSync(join(stage.folder, text), { recursive: true });
    } else if (name === "COPY") copy(here, text, stages);
    else if (name === "RUN") execFileSync("sh", ["-c", text], { cwd: here, env: stage.env, stdio: "pipe" });
    else if (name === "ENV") Object.assign(stage.env, readPairs(text));
    else if (name === "CMD") command = JSON.parse(text);
    else if (!["USER", "VOLUME", "EXPOSE", "HEALTHCHECK"].includes(name))
      throw new Error(`What does ${name}?`);
  }
  if (!stage) throw new Error("The Dockerfile is empty.");
  // No container has the stage that built it.
  rmSync(join(top, "build"), { recursive: true });
  return new Container(top, join(stage.folder, stage.workdir), stage.env, command);
}

const readPairs = (text: string) => Object.fromEntries(text.split(" ").map((pair) => pair.split("=")));

function copy(here: string, text: string, stages: Map<string, Stage>) {
  const from = /--from=(\S+)/.exec(text)?.[1];
  if (!from) return copyInto(here, text, context);
  const words = text.split(" ").filter((word) => !word.startsWith("--"));
  const target = join(here, words.at(-1) ?? "");
  for (const source of words.slice(0, -1)) {
    const path = join(stages.get(from)?.folder ?? "", source);
    // Of a folder Docker copies what is in it, of a file the file.
    cpSync(path, basename(path).includes(".mjs") ? join(target, basename(path)) : target, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

class Container {
  constructor(
    private readonly top: string,
    readonly folder: string,
    readonly env: NodeJS.ProcessEnv,
    private readonly command: string[],
  ) {}

  /** Runs it with these settings, `BETTER_AUTH_URL` being the address of whatever stands in front. */
  async start(settings: Record<string, string>) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    return startService({
      command: this.command,
      cwd: this.folder,
      env: {
        ...this.env,
        PORT: String(port),
        BETTER_AUTH_URL: url,
        BETTER_AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
        ...settings,
      },
      url: `${url}/api/auth/ok`,
    }).then((service) => ({ ...service, url }));
  }

  /** What `docker compose exec app …` does. */
  exec = (...[file = "", ...args]: string[]) =>
    execFileSync(file, args, { cwd: this.folder, env: this.env, encoding: "utf8", stdio: "pipe" });

  remove = () => rmSync(this.top, { recursive: true, force: true });
}
