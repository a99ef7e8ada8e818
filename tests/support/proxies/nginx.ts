import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findNginx } from "../../../scripts/nginx.mjs";
import { type Service, startService } from "../service.ts";

/**
 * A real nginx with these blocks of `http`, in a folder of its own, when it answers at `url`. Whatever a block does not
 * say has nginx' own default.
 */
export async function startNginx(blocks: string, url: string): Promise<Service> {
  const nginx = findNginx();
  if (!nginx) throw new Error("There is no nginx here: `node scripts/nginx.mjs` installs it.");
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    [
      "daemon off;",
      // The folder is this user's own.
      process.getuid?.() === 0 ? "user root;" : "",
      "worker_processes 1;",
      `pid ${folder}/pid;`,
      "error_log stderr;",
      "events {}",
      "http {",
      "access_log off;",
      ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      ),
      blocks,
      "}",
    ].join("\n"),
  );
  const service = await startService({
    command: [nginx, "-p", folder, "-e", "stderr", "-c", config],
    cwd: folder,
    env: process.env,
    url,
  });
  const stop = async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  };
  return { ...service, stop };
}
