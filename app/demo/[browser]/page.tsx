import type { Metadata } from "next";
import AppPage from "@/app/page";

export const metadata: Metadata = { title: "The whole app" };

export default AppPage;
