import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExampleReadme } from "~/components/viewer/ExampleReadme";
import { FileView } from "~/components/viewer/FileView";
import { exampleFiles, examples, readExampleFile } from "~/lib/examples/files";
import { fileUrl } from "~/lib/listings/file-url";
import { cardImage } from "~/lib/og/cards";

type Props = { params: Promise<{ path: string[] }> };

export const dynamicParams = false;

export default async function Page({ params }: Props) {
  const { example, file } = await find(params);
  if (example) return <ExampleReadme example={example} />;
  if (!file) notFound();
  return <FileView file={file} />;
}

export function generateStaticParams() {
  const paths = [...examples.map(({ folder }) => folder), ...exampleFiles()];
  return paths.map((path) => ({ path: path.split("/").slice(1) }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { path, example, file } = await find(params);
  const title = example?.title ?? file?.path;
  const description = example
    ? `Every file of ${path}, as the guide shows it and its demos run it.`
    : `${file?.path} of ${file?.example.title}, whole, as the guide's listings and demos use it.`;
  const owner = example ?? file?.example;
  return {
    title,
    description,
    alternates: { canonical: fileUrl(path) },
    openGraph: { title, description, url: fileUrl(path), images: owner && cardImage(`/${owner.folder}`) },
  };
}

async function find(params: Props["params"]) {
  const path = ["examples", ...(await params).path.map(decodeURIComponent)].join("/");
  return { path, example: examples.find(({ folder }) => folder === path), file: readExampleFile(path) };
}
