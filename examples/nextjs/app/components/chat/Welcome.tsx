import { ThreadPrimitive } from "@assistant-ui/react";
import { useSecondsLeft } from "@/lib/pause";

const questions = [
  "How does the chat route know who is asking?",
  "Why do other users not see my threads?",
  "What happens on sign-out?",
];

interface WelcomeProps {
  heading?: string;
  suggestions?: readonly string[];
}

/** Shown in a thread without messages. */
export function Welcome({
  heading = "What would you like to know?",
  suggestions = questions,
}: WelcomeProps) {
  const isPaused = useSecondsLeft() > 0;
  return (
    <div className="mx-auto my-auto w-full max-w-176 shrink-0 py-8">
      <h2 className="text-xl font-semibold tracking-tight">{heading}</h2>
      {suggestions.length > 0 && (
        <ul className="mt-4 grid gap-2">
          {suggestions.map((question) => (
            <li key={question}>
              <ThreadPrimitive.Suggestion
                prompt={question}
                // While nothing is sent, it comes into the composer.
                send={!isPaused}
                className="w-full rounded-lg border border-line px-4 py-2 text-start text-sm transition-colors hover:bg-hover"
              >
                {question}
              </ThreadPrimitive.Suggestion>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
