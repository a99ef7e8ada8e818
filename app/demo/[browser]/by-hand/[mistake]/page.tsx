import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ByHandPage } from "~/components/demo-app/ByHandPage";
import { requestsFor } from "~/lib/demo/requests-by-hand";

export const metadata: Metadata = { title: "Requests by hand" };

export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(requestsFor).map((mistake) => ({ mistake }));

export default async function Page({ params }: PageProps<"/demo/[browser]/by-hand/[mistake]">) {
  const { mistake } = await params;
  const requests = Object.entries(requestsFor).find(([name]) => name === mistake)?.[1];
  if (!requests) notFound();
  return <ByHandPage requests={requests} />;
}
