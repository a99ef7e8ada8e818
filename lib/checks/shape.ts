export interface ThreadAction {
  name: "read" | "read messages" | "rename" | "write message" | "delete";
  method: string;
  /** What it does, to a thread that was spoken of. */
  does: string;
}

/**
 * What is known of how an app wants to be asked. Apps differ, so the checks find out by trying: the first body that makes
 * a thread or a message is the one for all others.
 */
export interface Shape {
  /** Gives the body that makes a thread. */
  threadBody?: () => object;
  /** Gives the body that stores a message. */
  messageBody?: (id: string, text: string) => object;
  /** How messages are written. */
  messageMethods?: string[];
  /** Whether `GET` on a thread's own address answers. */
  hasThreadRoute?: boolean;
  /** Whether a chat names the thread that keeps it. */
  chatHasThread?: boolean;
  /** What an owner may do with a thread. */
  actions?: ThreadAction[];
  /** What does not work for the owner either, by the action's name, and how it was answered. */
  unproven?: Map<string, string>;
  /** What the app may call the owner of a thread. */
  ownerFields?: string[];
}
