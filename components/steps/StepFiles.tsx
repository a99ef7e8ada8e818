import Link from "next/link";
import { fileUrl, rawUrl } from "~/lib/listings/file-url";
import { packagesOf } from "~/lib/steps/step-needs";
import { findStep } from "~/lib/steps/steps";
import { InlineCode } from "../ui/InlineCode";
import { TextWithCode } from "../ui/TextWithCode";
import { CopyFile } from "./CopyFile";

/** The files that a step adds to the reader's app, the packages that come with them, and what to do with files of one's own. */
export function StepFiles({ name }: { name: string }) {
  const step = findStep(name);
  const files = Object.entries(step.files);
  const packages = Object.values(packagesOf(step)).flat();
  return (
    <>
      {files.length > 0 && (
        <ul className="step-files">
          {files.map(([path, holds]) => (
            <li key={path}>
              <Link href={fileUrl(`examples/nextjs/${path}`)} prefetch={false}>
                <InlineCode>{path}</InlineCode>
              </Link>
              <div className="step-file-holds">
                <TextWithCode text={holds} userIds={[]} />
                {step.merge?.[path] && (
                  <p>
                    If you have one: <TextWithCode text={step.merge[path]} userIds={[]} />
                  </p>
                )}
              </div>
              <CopyFile path={path} url={rawUrl(`examples/nextjs/${path}`)} />
            </li>
          ))}
        </ul>
      )}
      {packages.length > 0 && (
        <p className="step-packages">
          The packages that come with them:{" "}
          {packages.map((name, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <InlineCode>{name}</InlineCode>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
