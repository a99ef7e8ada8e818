import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mistakenPages } from "~/components/demo-app/mistaken-pages";

export const metadata: Metadata = { title: "Broken on purpose" };

export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(mistakenPages).map((mistake) => ({ mistake }));

export default async function Page({ params }: PageProps<"/demo/[browser]/mistakes/[mistake]">) {
  const { mistake } = await params;
  return Object.entries(mistakenPages).find(([name]) => name === mistake)?.[1] ?? notFound();
}
