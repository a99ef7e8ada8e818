import type { Metadata } from "next";
import { ThreadsPage } from "~/components/demo-app/ListPages";

export const metadata: Metadata = { title: "Threads" };

export default ThreadsPage;
