import type { Shape } from "./shape";
import type { Answer, Request, Transport, User } from "./transport";

/** Where an app has what the checks ask for. */
export interface Paths {
  threads: string;
  chat: string;
  auth: string;
}

interface AppOptions<T> {
  transport: T;
  /** Its address, without a path. */
  origin: string;
  paths: Paths;
  /** Gives a session of this user that a check may end. */
  spareSession: (user: User) => Promise<User>;
  /** What is known of the app before it is asked. */
  shape?: Shape;
  /** Whether the model may be asked for an answer. */
  mayChat?: boolean;
}

/** The app that is attacked, with two users in it. */
export class App<T extends Transport = Transport> {
  transport: T;
  origin: string;
  paths: Paths;
  /** Gives a session of this user that a check may end. */
  spareSession: (user: User) => Promise<User>;
  /** What is known of how it wants to be asked. */
  shape: Shape;
  /** Whether the model may be asked for an answer. */
  mayChat: boolean;
  /** The threads that were made and may still be there, by their ids, and who made them. */
  made = new Map<string, User>();
  /** Called with each answer that belongs to a check, as it comes. */
  onAnswer: (answer: Answer) => void = () => {};
  #users: { a: User; b: User } | undefined;

  constructor({ transport, origin, paths, spareSession, shape = {}, mayChat = true }: AppOptions<T>) {
    this.transport = transport;
    this.origin = origin;
    this.paths = paths;
    this.spareSession = spareSession;
    this.shape = shape;
    this.mayChat = mayChat;
  }

  get a() {
    return this.users.a;
  }

  get b() {
    return this.users.b;
  }

  get users() {
    if (!this.#users) throw new Error("Nobody has signed in yet.");
    return this.#users;
  }

  set users(users: { a: User; b: User }) {
    this.#users = users;
  }

  /** Sends a request that belongs to a check. */
  async send(method: string, path: string, rest: Omit<Request, "method" | "path"> = {}): Promise<Answer> {
    const answer = await this.transport.send({ method, path, ...rest });
    this.onAnswer(answer);
    return answer;
  }

  /** Sends a request that only finds out how the app wants to be asked. */
  probe(request: Request): Promise<Answer> {
    return this.transport.send(request);
  }

  /** Asks the model. Unless the answer is wanted, it is left at once, so that the model stops too. */
  ask({ thread, ...rest }: Pick<Request, "as" | "simulate" | "read" | "sender"> & { thread?: string }) {
    const parts = [{ type: "text", text: "Answer with the word ok." }];
    const messages = [{ id: crypto.randomUUID(), role: "user", parts }];
    const body = { ...(thread && { id: thread }), messages, trigger: "submit-message" };
    return this.send("POST", this.paths.chat, { read: "nothing", ...rest, body });
  }

  /** The address of a thread, or of something below it. */
  thread(id: string, below = "") {
    return `${this.paths.threads}/${encodeURIComponent(id)}${below}`;
  }
}
