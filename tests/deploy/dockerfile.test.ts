import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { foreignEnv } from "../support/environment";
import { freePort } from "../support/free-port";
import { startService } from "../support/service";
import { copyInto, readDockerfile } from "./dockerfile";
import { ProxiedVisitor, siteUrl } from "./proxied-visitor";

const instructions = readDockerfile("deploy/Dockerfile");
const minutes = 60_000;

const textOf = (name: string) => instructions.find((instruction) => instruction.name === name)?.text ?? "";

test("nothing in the container runs as root, and the data are on a volume", () => {
  const names = instructions.map(({ name }) => name);
  expect(textOf("USER")).toBe("node");
  expect(names.indexOf("USER")).toBeLessThan(names.indexOf("RUN"));
  expect(textOf("VOLUME")).toBe(`${textOf("WORKDIR")}/.data`);
});

test(
  "what the Dockerfile says, done in an empty folder, serves the site",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "dockerfile-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const port = await freePort();
    const env: NodeJS.ProcessEnv = { ...foreignEnv(), SITE_URL: siteUrl };
    let command: string[] = [];

    for (const { name, text } of instructions) {
      if (name === "COPY") copyInto(folder, text);
      else if (name === "RUN") execFileSync("sh", ["-c", text], { cwd: folder, env, stdio: "pipe" });
      else if (name === "ENV") {
        for (const pair of text.split(" ")) {
          const [variable = "", value = ""] = pair.split("=");
          if (variable !== "SITE_URL") env[variable] = value;
        }
      } else if (name === "CMD") command = JSON.parse(text);
      else expect(["FROM", "USER", "WORKDIR", "ARG", "VOLUME", "EXPOSE", "HEALTHCHECK"]).toContain(name);
    }

    Object.assign(env, { PORT: String(port), TRUST_PROXY: "1" });
    const url = `http://localhost:${port}`;
    const site = await startService({
      command,
      cwd: folder,
      env,
      url: `${url}/healthz`,
    });
    onTestFinished(() => site.stop());

    // It is built for this address, so it is not built again.
    expect(site.output()).toContain("built already");
    const visitor = new ProxiedVisitor(url);
    expect((await visitor.enterSandbox()).status).toBe(200);
    expect((await visitor.signUp()).status).toBe(200);
    expect((await visitor.call("GET", "/docs/setup")).status).toBe(200);
    const [, check = ""] = textOf("HEALTHCHECK").split("CMD ");
    execFileSync("sh", ["-c", check], { cwd: folder, env });
  },
  15 * minutes,
);
