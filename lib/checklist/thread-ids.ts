import { type Answer, textAt } from "./client";

/** The ids in the answer to `GET /api/threads`. */
export function threadIds({ status, json }: Answer): string[] {
  if (status !== 200 || !Array.isArray(json)) return [];
  return json.flatMap((row) => textAt(row, "id") ?? []);
}
