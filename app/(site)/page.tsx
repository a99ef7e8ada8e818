import Link from "next/link";

export default function HomePage() {
  return (
    <main>
      <h1>better-auth for assistant-ui</h1>
      <Link href="/docs">Read the guide</Link>
    </main>
  );
}
