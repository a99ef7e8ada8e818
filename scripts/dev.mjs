import { spawn } from "node:child_process";
import { prepare, say, useDemoModel } from "./prepare.mjs";

const { env, model } = await prepare();
if (model === "demo") useDemoModel(env.PORT);
say(`Starting for authors on ${env.SITE_URL}: what you change shows at once.`);

const dev = spawn("next", ["dev", "--port", String(env.PORT)], { stdio: "inherit", shell: process.platform === "win32" });
// Ctrl+C reaches both processes; this one waits, so that the terminal comes back when the other is done.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => dev.kill(signal));
dev.on("exit", (code) => process.exit(code ?? 0));
