import Link from "next/link";
import { type BlockHtml, diffHtml } from "~/lib/mistakes/diff-html";
import type { Mistake } from "~/lib/mistakes/mistakes";

interface DiffProps {
  mistake: Mistake;
  /** Where the two files are shown whole. */
  wrong: string;
  right: string;
}

const sides = ["wrong", "right"] as const;

/** The wrong file and the right one, side by side; where there is no room for that, one below the other, as in a patch. */
export async function Diff({ mistake, ...urls }: DiffProps) {
  const hunks = await diffHtml(mistake);
  return (
    <>
      <div className="diff-row diff-heads">
        {sides.map((side) => (
          <p key={side} data-side={side}>
            <span className={`status ${side === "wrong" ? "refused" : "allowed"}`}>{side}</span>
            <Link href={urls[side]} prefetch={false}>
              Whole file<span className="sr-only">, {side}</span>
            </Link>
          </p>
        ))}
      </div>
      {hunks.map((hunk, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made at build, and never in another order
        <div key={index} className="diff-hunk">
          {hunk.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same
            <Block key={index} block={block} />
          ))}
        </div>
      ))}
    </>
  );
}

/** What both files have is shown on both sides, and said and printed once. */
function Block({ block: { isSame, ...html } }: { block: BlockHtml }) {
  return (
    <div className="diff-row" data-same={isSame}>
      {sides.map((side) => (
        <pre key={side} data-side={side} aria-hidden={isSame && side === "wrong"}>
          {!isSame && html[side] && <span className="sr-only">{side}:</span>}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the highlighter at build, from files of this repository */}
          <code dangerouslySetInnerHTML={{ __html: html[side] }} />
        </pre>
      ))}
    </div>
  );
}
