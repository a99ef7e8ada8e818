import { useAuiState } from "@assistant-ui/react";
import { excessOf } from "@/lib/message";

/** By how much the composer around holds more than the server takes, or 0. */
export const useExcess = () => useAuiState((s) => excessOf(s.composer.text));

/** Says so before anything is sent, so the text stays where it is. */
export function TooLong({ excess }: { excess: number }) {
  if (excess === 0) return null;

  const characters = excess.toLocaleString("en");
  return (
    <p role="alert" className="px-4 pb-2 text-sm text-danger">
      This message is too long to send, by about {characters} characters.
    </p>
  );
}
