import { readExampleFile } from "../examples/files";
import { withoutMarkers } from "../listings/regions";

/** A file of the example as a reader gets it, without region markers. Throws if the example has no such file. */
export function stepFile(path: string) {
  const file = readExampleFile(`examples/nextjs/${path}`);
  if (!file) throw new Error(`A step names examples/nextjs/${path}, and there is no such file.`);
  return { ...file, code: withoutMarkers(file.text) };
}
