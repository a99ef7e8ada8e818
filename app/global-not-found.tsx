import type { Metadata } from "next";
import { PageMissing } from "~/components/shell/PageMissing";
import { siteName } from "~/lib/site";
import { SiteDocument } from "./(site)/SiteDocument";

export const metadata: Metadata = {
  title: `Nothing here · ${siteName}`,
  description: "This address leads to no page of the guide.",
};

export default function GlobalNotFound() {
  return (
    <SiteDocument>
      <PageMissing />
    </SiteDocument>
  );
}
