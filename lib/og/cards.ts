import { examples } from "~/lib/examples/files";
import { siteName } from "~/lib/site";
import { source } from "~/lib/source";

export type Card = { title: string; description?: string; label: string };

/** The texts of each page's preview image, by the page's path. */
export function cards(): Map<string, Card> {
  const result = new Map<string, Card>();
  result.set("/", {
    title: "Put better-auth in front of an assistant-ui chat",
    description: "And show each user their own threads. In files that run, and demos to try.",
    label: "A guide",
  });
  for (const { url, data } of source.getPages()) {
    const label = data.point ? `Integration point ${data.point} of 3` : "Guide";
    result.set(url, { title: data.title, description: data.description, label });
  }
  for (const { folder, title } of examples) {
    result.set(`/${folder}`, { title, description: "Every file of it, as the demos run it.", label: folder });
  }
  return result;
}

/** The path of a page's image. */
export const cardPath = (page: string) => `/og${page === "/" ? "/home" : page}.png`;

/** A page's image, for its metadata. */
export const cardImage = (page: string) => ({
  url: cardPath(page),
  width: 1200,
  height: 630,
  alt: cards().get(page)?.title ?? siteName,
});
