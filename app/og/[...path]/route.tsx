import { notFound } from "next/navigation";
import { ImageResponse } from "next/og";
import { CardImage } from "~/components/og/CardImage";
import { cardPath, cards } from "~/lib/og/cards";
import { cardFonts } from "~/lib/og/fonts";

// One image for each page, drawn at build.
export const dynamic = "force-static";
export const dynamicParams = false;

export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const path = `/og/${(await params).path.join("/")}`;
  const [, card] = [...cards()].find(([page]) => cardPath(page) === path) ?? notFound();
  return new ImageResponse(<CardImage {...card} />, { width: 1200, height: 630, fonts: await cardFonts() });
}

export const generateStaticParams = () =>
  [...cards().keys()].map((page) => ({ path: cardPath(page).split("/").slice(2) }));
