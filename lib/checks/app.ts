import { isAbsent } from "./answer";
import { CheckSkipped } from "./findings";
import type { Answer, Request, User } from "./request";
import { Shape } from "./shape";

/** The run cannot go on. The message says why, and what to do. */
export class RunAborted extends Error {}

/** Where an app has what the checks ask for, if it does not say otherwise. */
export const defaultPaths = { threads: "/api/threads", chat: "/api/chat", auth: "/api/auth" };

/**
 * The app that is attacked, with two users in it. A class of its own says how a request reaches it, from a page or from
 * Node, and how a check gets a session of a user that it may end.
 */
export abstract class App {
  abstract a: User;
  abstract b: User;
  abstract probe(request: Request): Promise<Answer>;
  abstract spareSession(user: User): Promise<User>;

  /** Its address, without a path. */
  origin: string;
  /** Where its routes are. An `{id}` stands for a thread. */
  paths: Record<"threads" | "thread" | "messages" | "chat" | "auth", string>;
  shape = new Shape();
  /** Whether the model may be asked for an answer. */
  mayChat = true;
  /** The threads that were made and may still be there, by their ids, and who made them. */
  made = new Map<string, User>();
  /** Called with each answer that belongs to a check, as it comes. */
  onAnswer: (answer: Answer) => void = () => {};

  constructor(origin: string, paths = defaultPaths) {
    const thread = `${paths.threads}/{id}`;
    this.origin = origin;
    this.paths = { ...paths, thread, messages: `${thread}/messages` };
  }

  /** Sends a request that belongs to a check. A probe only finds out how the app wants to be asked. */
  async send(method: string, path: string, rest: Omit<Request, "method" | "path"> = {}): Promise<Answer> {
    const answer = await this.probe({ method, path, ...rest });
    this.onAnswer(answer);
    return answer;
  }

  /** Asks the model. */
  ask({ thread, ...rest }: Pick<Request, "as" | "simulate" | "sender" | "thread">) {
    const parts = [{ type: "text", text: "Answer with the word ok." }];
    const messages = [{ id: crypto.randomUUID(), role: "user", parts }];
    const body = { ...(thread && { id: thread }), messages, trigger: "submit-message" };
    return this.send("POST", this.paths.chat, { ...rest, body, isChat: true });
  }

  /** Skips a check whose route the app does not have. */
  needRoute(answer: Answer) {
    if (!isAbsent(answer)) return;
    const { method, path } = answer.request;
    const option = path === this.paths.chat ? "--chat" : "--threads";
    throw new CheckSkipped(`your app has no ${method} ${path} (${answer.status}); see ${option}`);
  }
}

/** A cookie's value in the shape of better-auth's: a token, a point, and a signature that nobody gave. */
export function forgedValue() {
  const signature = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return `${crypto.randomUUID().replaceAll("-", "")}.${encodeURIComponent(signature)}`;
}
