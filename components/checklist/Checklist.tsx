import { waiting } from "~/lib/checks/page/run";
import { ChecklistView } from "./ChecklistView";
import { LiveChecklist } from "./LiveChecklist";

/**
 * The checks of Run and verify, to be run against the reader's own sandbox. This is how they look before anything runs;
 * what runs them takes its place when it comes near the viewport.
 */
export function Checklist() {
  return (
    <LiveChecklist>
      <ChecklistView report={waiting()} mistakes={[]} />
    </LiveChecklist>
  );
}
