/** A text's words, each with the white space after it: together they are the text again. */
export function words(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}
