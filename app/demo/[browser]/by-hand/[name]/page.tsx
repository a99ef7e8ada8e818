import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ByHandPage } from "~/components/demo-app/ByHandPage";
import { requestsFor } from "~/lib/demo/requests-by-hand";

export const metadata: Metadata = { title: "Requests by hand" };

export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(requestsFor).map((name) => ({ name }));

export default async function Page({ params }: PageProps<"/demo/[browser]/by-hand/[name]">) {
  const { name } = await params;
  const requests = Object.entries(requestsFor).find(([known]) => known === name)?.[1];
  if (!requests) notFound();
  return <ByHandPage requests={requests} />;
}
