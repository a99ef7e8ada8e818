import { rows } from "~/lib/checks/page/rows";
import { demoUsers } from "~/lib/demo/users";
import { ChecklistFrame } from "./ChecklistFrame";
import { CheckRow } from "./CheckRow";
import { LiveChecklist } from "./LiveChecklist";

/**
 * The checks of Run and verify, to be run against the reader's own sandbox. This is how they look before anything runs;
 * what runs them takes its place when it comes near the viewport.
 */
export function Checklist() {
  return (
    <LiveChecklist accounts={demoUsers}>
      <ChecklistFrame
        headline={<strong>{rows.length} checks, against a database of your own</strong>}
        note={
          <>
            Alice and Bob sign in, each in a browser of their own, and try what they may and what they may
            not.
            <noscript>
              {" "}
              <strong>This needs JavaScript.</strong> The commands below do not.
            </noscript>
          </>
        }
        actions={
          <button type="button" disabled>
            Run the checks
          </button>
        }
      >
        {rows.map((row) => (
          <CheckRow key={row.name} row={row} state="waiting" steps={[]} isExpected={false} userIds={[]} />
        ))}
      </ChecklistFrame>
    </LiveChecklist>
  );
}
