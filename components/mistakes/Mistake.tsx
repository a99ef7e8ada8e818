import Link from "next/link";
import { mistakeDemos } from "~/lib/demo/mistake-demos";
import { demoUsers } from "~/lib/demo/users";
import { fileUrl } from "~/lib/listings/file-url";
import { findMistake } from "~/lib/mistakes/mistakes";
import { source } from "~/lib/source";
import { Diff } from "./Diff";
import { MistakeDemo } from "./MistakeDemo";
import { MistakeSwitch } from "./MistakeSwitch";

/** One mistake: its switch, a demo in which it bites, and the wrong file beside the right one. */
export function Mistake({ name }: { name: string }) {
  const mistake = findMistake(name);
  const page = source.getPage([mistake.page]);
  if (!page) throw new Error(`There is no page ${mistake.page}, which explains ${name}.`);
  return (
    <div className="mistake">
      <MistakeDemo
        mistake={mistake.name}
        title={mistake.title}
        users={demoUsers}
        {...mistakeDemos[mistake.name]}
      >
        <MistakeSwitch name={mistake.name} title={mistake.title} symptom={mistake.symptom} />
      </MistakeDemo>
      <figure className="diff" aria-label={`Wrong and right: ${mistake.title}`}>
        <figcaption>
          <code>{mistake.file}</code>
          <Link href={page.url} prefetch={false}>
            Explained in {page.data.title}
          </Link>
        </figcaption>
        <Diff
          mistake={mistake}
          wrong={fileUrl(`examples/mistakes/${name}/${mistake.file}`)}
          right={fileUrl(`examples/nextjs/${mistake.file}`)}
        />
      </figure>
    </div>
  );
}
