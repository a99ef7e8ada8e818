import { isExpectedToFail } from "~/lib/checks/expected-failures";
import { rows } from "~/lib/checks/page/rows";
import { mistakes } from "~/lib/mistakes/mistakes";

interface MistakesNoticeProps {
  /** By their names. */
  on: readonly string[];
  switchOff: () => void;
}

/** Which mistakes the visitor has switched on, and which checks cannot hold for that. */
export function MistakesNotice({ on, switchOff }: MistakesNoticeProps) {
  const titles = mistakes.filter(({ name }) => on.includes(name)).map(({ title }) => title);
  const numbers = rows.flatMap((row, index) => (isExpectedToFail(row, on) ? [index + 1] : []));
  return (
    <div className="checklist-notice">
      <p>
        Switched on in your sandbox: <strong>{titles.join(" · ")}</strong>. {consequence(numbers)}
      </p>
      <button type="button" onClick={switchOff}>
        Switch off and run
      </button>
    </div>
  );
}

function consequence(numbers: number[]) {
  if (numbers.length === 0) return "That is in the browser’s code, and no answer of the server shows it.";
  if (numbers.length === 1) return `So check ${numbers[0]} must fail, and no other.`;
  return `So checks ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)} must fail, and no others.`;
}
