import { checkPort } from "./port.ts";
import { pointAtDemoModel, readSettings } from "./settings.ts";
import { runCommand, runNext, say } from "./terminal.ts";

await runCommand(async () => {
  const { env, model } = await readSettings();
  await checkPort(env.PORT);
  if (model === "demo") pointAtDemoModel(env.PORT);
  say(`Starting for authors on ${env.SITE_URL}: what you change shows at once.`);

  const dev = runNext("dev", "--port", String(env.PORT));
  // Ctrl+C reaches both processes; this one waits, so that the terminal comes back when the other is done.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => dev.kill(signal));
  dev.on("exit", (code) => process.exit(code ?? 0));
});
