import Link from "next/link";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        <p>Every listing is a file that the demos run.</p>
        <Link href="/docs/notes" prefetch={false}>
          Notes
        </Link>
        <Link href="/examples/nextjs" prefetch={false}>
          Example app
        </Link>
        <a href="/llms.txt">llms.txt</a>
      </div>
    </footer>
  );
}
