import { CheckAborted } from "./aborted";
import { isSuccess } from "./answer";
import type { App } from "./app";
import type { User } from "./transport";

/** Deletes the threads that were made, and says how many there are no more, and how many are left. */
export async function deleteThreads(app: App) {
  // Where deleting works, a thread that neither user has was deleted by a check already.
  const deletes = app.shape.actions?.some(({ name }) => name === "delete");
  let [deleted, left] = [0, 0];
  for (const [id, owner] of app.made) {
    // In an app with a fault, it may be the other user's by now.
    const other = owner.id === app.a.id ? app.b : app.a;
    const first = await deleteThread(app, id, owner);
    const second = first === "deleted" ? first : await deleteThread(app, id, other);
    if (second === "deleted") deleted++;
    else if (!deletes || first !== "absent" || second !== "absent") left++;
    app.made.delete(id);
  }
  return { deleted, left };
}

async function deleteThread(app: App, id: string, as: User) {
  const answer = await app.probe({ method: "DELETE", path: app.thread(id), as }).catch((error) => {
    if (!(error instanceof CheckAborted)) throw error;
  });
  if (answer?.status === 404) return "absent";
  return answer && isSuccess(answer) ? "deleted" : "there";
}
