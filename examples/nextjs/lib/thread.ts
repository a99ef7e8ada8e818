import { threads } from "@/db/schema";

export const maxTitleLength = 200;

/**
 * What a client sees of a thread. Whose it is goes without saying: only its owner
 * ever sees it.
 */
export const threadView = {
  id: threads.id,
  title: threads.title,
  status: threads.status,
  custom: threads.custom,
  createdAt: threads.createdAt,
  updatedAt: threads.updatedAt,
};
