import { isAbsent, mayWantOtherBody } from "./answer";
import { CheckSkipped } from "./findings";
import type { Answer, Request, User } from "./request";
import { question, Shape } from "./shape";

/** The run cannot go on. The message says why, and what to do. */
export class RunAborted extends Error {}

/** Where an app has what the checks ask for, if it does not say otherwise. */
export const defaultPaths = { threads: "/api/threads", chat: "/api/chat", auth: "/api/auth" };

/** Where its routes are. An `{id}` stands for a thread, a `{message}` for a message of it. */
export interface Paths {
  threads: string;
  thread: string;
  messages: string;
  message: string;
  title: string;
  answer: string;
  chat: string;
  auth: string;
}

/** All the paths of an app, of which some are given. */
export function completePaths(given: Partial<Paths>): Paths {
  const { threads, chat, auth } = { ...defaultPaths, ...given };
  const thread = given.thread ?? `${threads}/{id}`;
  const messages = given.messages ?? `${thread}/messages`;
  const title = given.title ?? `${thread}/title`;
  const [message, answer] = [`${messages}/{message}`, `${thread}/answer?question={message}`];
  return { threads, thread, messages, message, title, answer, chat, auth };
}

/**
 * The app that is attacked, with two users in it. A class of its own says how a request reaches it, from a page or from
 * Node, and how a check gets a session of a user that it may end.
 */
export abstract class App {
  abstract a: User;
  abstract b: User;
  /** Whether a page asks. A browser lets it neither say where a request comes from nor send a body in chunks. */
  abstract readonly isPage: boolean;
  /** How much text is too much, in bytes: more than a message has to be, and less than what stops the way to the app. */
  abstract readonly tooMuch: number;
  abstract probe(request: Request): Promise<Answer>;
  /** Another session of a user's. Skips what needs one where there is none. */
  abstract spareSession(user: User): Promise<User>;
  /** The session of a user's that the last check may end. */
  abstract lastSession(user: User): Promise<User>;
  /** Signs a user in whose session a fault of the app has ended. */
  abstract signInAgain(user: User): Promise<void>;

  /** Its address, without a path. */
  origin: string;
  paths: Paths;
  shape = new Shape();
  /** Whether the model may be asked for an answer. */
  mayChat = true;
  /** The threads that were made and may still be there, by their ids, and who made them. */
  made = new Map<string, User>();
  /** How many of them were deleted. */
  deleted = 0;
  /** Called with each answer that belongs to a check, as it comes. */
  onAnswer: (answer: Answer) => void = () => {};

  constructor(origin: string, paths = completePaths({})) {
    this.origin = origin;
    this.paths = paths;
  }

  /** Sends a request that belongs to a check. A probe only finds out how the app wants to be asked. */
  async send(method: string, path: string, rest: Omit<Request, "method" | "path"> = {}): Promise<Answer> {
    const answer = await this.probe({ method, path, ...rest });
    this.onAnswer(answer);
    return answer;
  }

  /** The request that asks the model something. The thread is the one that keeps it. */
  chatRequest({
    thread = this.threadForChat(),
    messages = [question("Answer with the word ok.")],
  }: Asking = {}) {
    const body = this.shape.chatBodies[0]?.(messages, thread);
    return { method: "POST", path: this.paths.chat, body, isChat: true } satisfies Request;
  }

  /** The id of a new thread, where a question makes its thread. */
  threadForChat() {
    if (!this.shape.makesThreadsByChat) return undefined;
    const thread = crypto.randomUUID();
    this.made.set(thread, this.a);
    return thread;
  }

  /** Asks the model. The first call that succeeds settles how. */
  async ask({
    thread = this.threadForChat(),
    messages,
    ...rest
  }: Asking & Omit<Request, "method" | "path" | "body">) {
    const { shape } = this;
    const threads = thread === undefined ? [undefined] : [thread, undefined];
    const ways = threads.flatMap((inThread) => shape.chatBodies.map((body) => ({ body, inThread })));
    for (const [index, { body, inThread }] of ways.entries()) {
      const asked = [...(messages ?? [question("Answer with the word ok.")])];
      const request = { method: "POST", path: this.paths.chat, isChat: true, ...rest };
      const answer = await this.probe({ ...request, body: body(asked, inThread) });
      const isLast = index === ways.length - 1;
      const mayDiffer = mayWantOtherBody(answer) || (answer.status === 404 && inThread !== undefined);
      if (!isLast && !shape.hasChat && mayDiffer) continue;
      // What a stranger is told says nothing of how a user has to ask.
      if (answer.hasWords && typeof rest.as === "object") {
        shape.hasChat = true;
        shape.chatBodies = [body];
      }
      this.onAnswer(answer);
      return answer;
    }
    throw new Error("There is no body to try.");
  }

  /** Whether the model answers a user who asks as this app wants it. */
  async answers(): Promise<boolean> {
    if (!this.mayChat) return false;
    // An app may want a thread's id. One that knows no such thread is asked without.
    this.shape.hasChat ??= (await this.ask({ as: this.a, thread: crypto.randomUUID() })).hasWords === true;
    return this.shape.hasChat;
  }

  /** Skips a check whose route the app does not have. */
  needRoute(answer: Answer) {
    if (!isAbsent(answer)) return;
    const { method, path } = answer.request;
    const option = path === this.paths.chat ? "--chat" : "--threads";
    throw new CheckSkipped(`your app has no ${method} ${path} (${answer.status}); see ${option}`);
  }
}

interface Asking {
  thread?: string;
  messages?: object[];
}

/** A cookie's value in the shape of better-auth's: a token, a point, and a signature that nobody gave. */
export function forgedValue(token = crypto.randomUUID().replaceAll("-", "")) {
  const signature = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return `${token}.${encodeURIComponent(signature)}`;
}
