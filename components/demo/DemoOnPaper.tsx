import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";

/** What a print shows where a demo is: what it would be, and where. */
export function DemoOnPaper({ title }: { title: string }) {
  const path = usePathname();
  // Pages are static, so the server does not know under which name the reader has come.
  const origin = useSyncExternalStore(
    neverChanges,
    () => location.origin,
    () => "",
  );
  return (
    <p className="demo-on-paper">
      <strong>Live demo: {title}.</strong> It runs at {origin + path}
    </p>
  );
}

const neverChanges = () => () => {};
