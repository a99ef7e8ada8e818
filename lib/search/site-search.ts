import { type ExampleFile, readExampleFiles } from "~/lib/examples/files";
import { fileUrl } from "~/lib/listings/file-url";
import { withoutMarkers } from "~/lib/listings/regions";
import { guideIndex } from "./guide-index";
import { createGuideSearch, type GuideSearch, type Hit } from "./guide-search";
import { markMatches } from "./mark-matches";
import { nearestHeadings } from "./nearest-headings";
import type { SearchResult } from "./search-result";
import { type Section, splitSections } from "./split-sections";

/** Characters and words of a query that are read. Nobody types more; an error that is pasted says by then what it is. */
const queryLength = 200;
const queryWords = 24;

const most = 12;

/** Files come after pages, which explain them. A file that is named comes first all the same. */
const fileWeight = 0.4;

/** The search of the guide and of the examples' files. What a query costs is bounded, whatever it is. */
export async function searchSite(query: string): Promise<SearchResult[]> {
  const read = query.slice(0, queryLength).split(/\s+/).slice(0, queryWords).join(" ");
  const { guide, files } = await index();
  const [inGuide, inFiles] = await Promise.all([guide.findTyped(read), files.findTyped(read)]);
  const hits = [...inGuide, ...inFiles.map((hit) => ({ ...hit, score: hit.score * fileWeight }))]
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
  return hits.length > 0 ? hits.map((hit) => toResult(hit, read)) : nearest(guide.sections, read);
}

let built: Promise<{ guide: GuideSearch; files: GuideSearch }> | undefined;

function index() {
  built ??= build().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function build() {
  return {
    guide: await guideIndex(),
    files: await createGuideSearch(readExampleFiles().flatMap(fileSections)),
  };
}

function fileSections(file: ExampleFile): Section[] {
  const url = fileUrl(file.file);
  if (file.file.endsWith(".md")) return splitSections({ title: file.file, url, markdown: file.text });
  const code = { language: file.language, text: withoutMarkers(file.text) };
  return [{ page: file.example.title, heading: file.path, url, blocks: [], code }];
}

const breadcrumbs = ({ page, heading }: Section) => (page === heading ? [page] : [page, heading]);

function toResult({ section }: Hit, query: string): SearchResult {
  const { url } = section;
  const crumbs = breadcrumbs(section);
  return {
    id: `${url} ${crumbs.join(" ")}`,
    type: "heading",
    url,
    breadcrumbs: crumbs,
    content: markMatches(section, query),
    isNear: false,
  };
}

const nearest = (sections: Section[], query: string): SearchResult[] =>
  nearestHeadings(sections, query).map((section) => ({
    id: section.url,
    type: "heading",
    url: section.url,
    breadcrumbs: breadcrumbs(section),
    content: "",
    isNear: true,
  }));
