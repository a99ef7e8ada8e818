import { diagramSteps } from "~/lib/diagram/steps";
import { LiveRequestDiagram } from "./LiveRequestDiagram";
import { RequestDiagram } from "./RequestDiagram";

/**
 * The way of a request through the app, from the cookie to the rows that are the user's. The eye gets a drawing, wide
 * or tall as there is room; a screen reader gets the same as an ordered list. With `live`, the drawing follows what the
 * demos of the page ask for.
 */
export function HowItWorks({ live }: { live?: boolean }) {
  return (
    <figure className="diagram">
      {live ? <LiveRequestDiagram /> : <RequestDiagram />}
      <ol className="sr-only">
        {diagramSteps.map(({ id, text }) => (
          <li key={id}>{text.replaceAll("`", "")}</li>
        ))}
      </ol>
    </figure>
  );
}
