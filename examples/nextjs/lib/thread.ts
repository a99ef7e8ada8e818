export const maxTitleLength = 200;

/** A thread as the server sends it. */
export interface Thread {
  id: string;
  title: string | null;
  status: "regular" | "archived";
  custom: Record<string, unknown> | null;
  updatedAt: string;
}
