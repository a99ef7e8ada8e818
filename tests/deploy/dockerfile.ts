import { cpSync, readFileSync } from "node:fs";
import { join, matchesGlob, relative } from "node:path";
import { root } from "../support/environment";

export interface Instruction {
  name: string;
  text: string;
}

/** The instructions of a Dockerfile, in their order. */
export const readDockerfile = (file: string): Instruction[] =>
  readFileSync(join(root, file), "utf8")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = ""] = line.split(" ", 1);
      return { name, text: line.slice(name.length + 1) };
    });

/** Whether a `.dockerignore` leaves a file out. It knows names at the root, with stars, and names at any depth. */
function isIgnored(ignored: string[], file: string) {
  const names = file.split("/");
  return ignored.some((pattern) =>
    pattern.startsWith("**/") ? names.includes(pattern.slice(3)) : matchesGlob(names[0] ?? "", pattern),
  );
}

/** Does what `COPY` does, from a folder that Docker builds into another one. */
export function copyInto(folder: string, text: string, context = root) {
  const ignored = readFileSync(join(context, ".dockerignore"), "utf8").split("\n").filter(isPattern);
  const words = text.split(" ").filter((word) => !word.startsWith("--"));
  for (const source of words.slice(0, -1)) {
    cpSync(join(context, source), join(folder, source), {
      recursive: true,
      filter: (path) => path === context || !isIgnored(ignored, relative(context, path)),
    });
  }
}

const isPattern = (line: string) => line !== "" && !line.startsWith("#");
