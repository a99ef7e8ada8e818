/** Says when the user may ask again. What they have written stays where it is. */
export function TooMany({ secondsLeft }: { secondsLeft: number }) {
  if (secondsLeft === 0) return null;

  // No `role`: a screen reader would read each second. The answer's error has told it.
  return (
    <p className="px-4 pb-2 text-sm text-soft tabular-nums">
      You can ask again in {secondsLeft} s.
    </p>
  );
}
