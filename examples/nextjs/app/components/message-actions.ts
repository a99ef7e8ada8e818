/**
 * Kept out of sight until a message is pointed at or reached by keyboard; always
 * there for fingers, and on the last.
 */
export const messageActions =
  "mt-1 flex h-8 items-center opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 group-last:opacity-100";
