import { readFile } from "node:fs/promises";
import { notFound } from "next/navigation";
import { ImageResponse } from "next/og";
import { CardImage } from "~/components/og/CardImage";
import { cardPath, cards } from "~/lib/og/cards";

// One image for each page, drawn at build.
export const dynamic = "force-static";
export const dynamicParams = false;

export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const path = `/og/${(await params).path.join("/")}`;
  const [, card] = [...cards()].find(([page]) => cardPath(page) === path) ?? notFound();
  return new ImageResponse(<CardImage {...card} />, { width: 1200, height: 630, fonts: await fonts() });
}

export function generateStaticParams() {
  return [...cards().keys()].map((page) => ({ path: cardPath(page).split("/").slice(2) }));
}

const fonts = () =>
  Promise.all([
    font("Geist", 400, "geist-sans/Geist-Regular.ttf"),
    font("Geist", 600, "geist-sans/Geist-SemiBold.ttf"),
    font("Geist Mono", 500, "geist-mono/GeistMono-Medium.ttf"),
  ]);

async function font(name: string, weight: 400 | 500 | 600, file: string) {
  const data = await readFile(`node_modules/geist/dist/fonts/${file}`);
  return { name, weight, style: "normal" as const, data };
}
