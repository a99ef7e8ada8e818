import Link from "next/link";
import { fileUrl, rawUrl } from "~/lib/listings/file-url";
import { packagesOf } from "~/lib/steps/step-needs";
import { findStep } from "~/lib/steps/steps";
import { CopyFile } from "./CopyFile";

/** The files that a step adds to the reader's app, the packages that come with them, and what to do with files of one's own. */
export function StepFiles({ name }: { name: string }) {
  const step = findStep(name);
  const { dependencies, devDependencies } = packagesOf(step);
  const packages = [...dependencies, ...devDependencies];
  return (
    <>
      <div className="table-frame">
        <table className="step-files">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What it holds</th>
              <th scope="col">
                <span className="sr-only">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(step.files).map(([path, holds]) => (
              <tr key={path}>
                <th scope="row">
                  <Link href={fileUrl(`examples/nextjs/${path}`)} prefetch={false}>
                    <code>{path}</code>
                  </Link>
                </th>
                <td>
                  {holds}
                  {step.merge?.[path] && <p className="step-merge">If you have one: {step.merge[path]}</p>}
                </td>
                <td>
                  <CopyFile path={path} url={rawUrl(`examples/nextjs/${path}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {packages.length > 0 && (
        <p className="step-packages">
          The packages that come with them:{" "}
          {packages.map((name, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <code>{name}</code>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
