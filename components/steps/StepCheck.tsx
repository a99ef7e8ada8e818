import { codeHtml } from "~/lib/listings/file-html";
import { findStep } from "~/lib/steps/steps";
import { Listing } from "../docs/Listing";
import { InlineCode } from "../ui/InlineCode";

/** How a reader sees that the step is done. */
export async function StepCheck({ name }: { name: string }) {
  const { check } = findStep(name);
  if ("open" in check) {
    const url = `http://localhost:3000${check.open}`;
    return (
      <p>
        Open <a href={url}>{url}</a> and sign in, or create an account. The page shows{" "}
        <strong>{check.shows}</strong>.
      </p>
    );
  }
  const html = await codeHtml(check.run, "bash");
  return (
    <>
      <Listing html={html} title="Terminal" />
      <p>
        It prints <InlineCode>{check.prints}</InlineCode>.
      </p>
    </>
  );
}
