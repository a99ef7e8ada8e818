import { mistakeDiff } from "./diff";
import type { Mistake } from "./mistakes";

const signs = { both: " ", wrong: "-", right: "+" };

/** A mistake's diff as text: wrong lines begin with `-`, right ones with `+`. */
export async function mistakeDiffText(mistake: Mistake): Promise<string> {
  const hunks = (await mistakeDiff(mistake)).map((hunk) =>
    hunk.map((line) => `${signs[line.in]}${line.text}`.trimEnd()).join("\n"),
  );
  return hunks.join("\n\n");
}
