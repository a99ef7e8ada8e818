import { randomBytes } from "node:crypto";
import {
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { parseEnv } from "node:util";

const name = "BETTER_AUTH_SECRET";

/** A line that names the secret and gives it no value, up to where the value goes. */
const emptyLine =
  /^([ \t]*(?:export[ \t]+)?BETTER_AUTH_SECRET[ \t]*=)[ \t]*?(?:""|'')?(?=[ \t]*(?:#|\r?$))/m;

/** The secret that a file of settings holds. If it holds none, one is drawn first. */
export function secretIn(file: string) {
  const text = read(file);
  const { [name]: kept }: NodeJS.Dict<string> = parseEnv(text);
  if (kept) return { secret: kept, isNew: false };

  const secret = randomBytes(32).toString("base64");
  replace(file, withSecret(text, secret));
  return { secret, isNew: true };
}

function withSecret(text: string, secret: string) {
  if (emptyLine.test(text)) return text.replace(emptyLine, `$1${secret}`);
  const separator = text === "" || text.endsWith("\n") ? "" : "\n";
  return `${text}${separator}${name}=${secret}\n`;
}

function read(file: string) {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, "utf8") : "";
}

/** Whoever reads the file meanwhile finds it as it was or as it will be, and whole. */
function replace(file: string, text: string) {
  const old = statSync(file, { throwIfNoEntry: false });
  const target = old ? realpathSync(file) : file;
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, text, { mode: old ? old.mode & 0o777 : 0o600 });
  renameSync(draft, target);
}
