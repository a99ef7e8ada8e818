import { mistakes } from "~/lib/mistakes/mistakes";
import { switchMistakes, useActiveMistakes } from "../sandbox/active-mistakes";

/** Says at a demo that its server does wrong on purpose, on whichever page the reader comes across it. */
export function MistakeBanner() {
  const { on } = useActiveMistakes();
  const broken = mistakes.filter(({ name, side }) => side === "server" && on.includes(name));
  return (
    <div role="status" className="mistake-banner">
      {broken.length > 0 && (
        <>
          <p>
            <span className="status refused">Broken on purpose</span>{" "}
            {broken.map(({ title }) => title).join(" · ")}
          </p>
          <button type="button" onClick={() => switchMistakes([])}>
            Mend<span className="sr-only"> it: switch every mistake off</span>
          </button>
        </>
      )}
    </div>
  );
}
