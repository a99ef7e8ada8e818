import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { type Browser, chromium, expect } from "@playwright/test";
import { findBrowser } from "../../scripts/browser.mjs";
import { foreignEnv, root } from "../support/environment";
import { freePort } from "../support/free-port";
import { type Service, startService } from "../support/service";

interface Project {
  packageManager: "npm" | "pnpm";
  /** Whether the code is in a folder `src/`. */
  src: boolean;
  /** Whether the reader keeps each file that shadcn asks about. */
  keepsFiles?: boolean;
}

/** Where the guide says that the reader's app answers. */
const guideUrl = "http://localhost:3000";

/** Somebody with an empty folder, a terminal and a browser, who pastes what a page shows. */
export class Reader {
  /** Where the terminal stands. */
  folder: string;
  readonly url: string;
  /** What the app is started with, as if it stood in `.env.local`. */
  settings: Record<string, string> = {};
  private app: Service | undefined;
  private browser: Browser | undefined;

  private constructor(
    readonly project: Project,
    private readonly home: string,
    private readonly port: number,
  ) {
    this.folder = join(home, "code");
    this.url = `http://localhost:${port}`;
  }

  static async sitDown(project: Project): Promise<Reader> {
    const home = await mkdtemp(join(tmpdir(), "reader-"));
    const reader = new Reader(project, home, await freePort());
    await mkdir(reader.folder);
    await mkdir(join(home, "bin"));
    await symlink(join(root, "node_modules/pnpm/bin/pnpm.cjs"), join(home, "bin/pnpm"));
    return reader;
  }

  /**
   * Pastes a block of commands. Questions are answered with yes, or with no if the reader keeps their files. A command
   * that starts the app leaves it running, as in a second terminal. Returns what was printed, and throws if a command
   * failed.
   */
  async paste(block: string): Promise<string> {
    const code = this.adapt(block);
    const printed = [];
    for (const part of code.split(/^((?:npm run|pnpm|pnpm run) (?:dev|start))$/m)) {
      if (/^(npm|pnpm) .*(dev|start)$/.test(part)) await this.start(part);
      else if (part.trim()) printed.push(await this.run(part));
    }
    return printed.join("");
  }

  /** Opens a page of the app, creates an account if it is asked for one, and waits for a text. */
  async sees(path: string, shown: string) {
    this.browser ??= await chromium.launch({
      executablePath: findBrowser(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    const page = await this.browser.newPage();
    await page.goto(this.url + path);
    await page.getByRole("button", { name: "Create one" }).click();
    await page.getByLabel("Name").fill("Alice");
    await page.getByLabel("E-mail").fill(`alice-${crypto.randomUUID()}@example.com`);
    await page.getByLabel("Password").fill("correct-horse-battery");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText(shown).first()).toBeVisible({ timeout: 90_000 });
    await page.context().close();
  }

  /** Stops the app, as Ctrl+C does. */
  async stop() {
    await this.app?.stop();
    this.app = undefined;
  }

  async leave() {
    await this.browser?.close();
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  /** The command as this reader types it: on their port, and with `src/` where their code is in there. */
  private adapt(block: string): string {
    const onPort = block.replaceAll(guideUrl, this.url);
    if (!this.project.src) return onPort;
    return onPort
      .replaceAll("--no-src-dir", "--src-dir")
      .replaceAll(/(?<=^|[ =])(?=(?:app|db|dev|lib|server)\/|auth\.ts)/gm, "src/");
  }

  private async start(command: string) {
    await this.stop();
    this.app = await startService({
      command: command.split(" "),
      cwd: this.folder,
      env: { ...this.env(), ...this.settings, PORT: String(this.port) },
      url: this.url,
    });
  }

  private async run(commands: string): Promise<string> {
    const stands = join(this.home, "stands");
    const script = join(this.home, "pasted.sh");
    await writeFile(script, `set -e\n${commands}\npwd > '${stands}'\n`);
    const shell = spawn(
      "bash",
      ["-c", `yes ${this.project.keepsFiles ? "n" : "y"} | bash '${script}' 2>&1`],
      {
        cwd: this.folder,
        env: this.env(),
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const [printed, [code]] = await Promise.all([text(shell.stdout), once(shell, "exit")]);
    if (code !== 0) throw new Error(`This failed:\n${commands}\n\nIt printed:\n${printed}`);
    this.folder = (await readFile(stands, "utf8")).trim();
    return printed;
  }

  private env() {
    const env = foreignEnv();
    env.PATH = [join(this.home, "bin"), env.PATH].join(delimiter);
    // npx asks before it loads a package, and only in a real terminal takes the answer.
    return { ...env, npm_config_yes: "true" };
  }
}
