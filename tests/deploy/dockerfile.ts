import { cpSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
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

const ignored = readFileSync(join(root, ".dockerignore"), "utf8").split("\n").filter(Boolean);

/** Whether `.dockerignore` leaves a file out. It knows names at the root, and names at any depth. */
const isIgnored = (file: string) =>
  ignored.some((pattern) =>
    pattern.startsWith("**/") ? file.split("/").includes(pattern.slice(3)) : file.split("/")[0] === pattern,
  );

/** Does what `COPY` does, from the repository into a folder. */
export function copyInto(folder: string, text: string) {
  const words = text.split(" ").filter((word) => !word.startsWith("--"));
  for (const source of words.slice(0, -1)) {
    cpSync(join(root, source), join(folder, source), {
      recursive: true,
      filter: (path) => !isIgnored(relative(root, path)),
    });
  }
}
