/** Something that a user may do with a thread of their own, and nobody else. */
export interface ThreadAction {
  name:
    | "read"
    | "rename"
    | "title"
    | "write message"
    | "read messages"
    | "update message"
    | "delete message"
    | "join answer"
    | "stop answer"
    | "delete";
  /** What it does, to a thread that was spoken of. */
  does: string;
  /** The ways in which apps want to be asked for it, the likeliest first. */
  ways: Way[];
}

export interface Way {
  method: string;
  path: "thread" | "title" | "messages" | "message" | "answer";
}

/** The way that works in this app. */
export type ProvenAction = Omit<ThreadAction, "ways"> & Way;

/** In an order in which each can be done to one thread. Deleting comes last: until then the thread is there. */
export const threadActions: ThreadAction[] = [
  { name: "read", does: "read the thread", ways: [{ method: "GET", path: "thread" }] },
  {
    name: "rename",
    does: "rename it",
    ways: [
      { method: "PATCH", path: "thread" },
      { method: "PUT", path: "thread" },
    ],
  },
  {
    name: "write message",
    does: "write into it",
    ways: [
      { method: "POST", path: "messages" },
      { method: "PUT", path: "messages" },
    ],
  },
  { name: "title", does: "have the model title it", ways: [{ method: "POST", path: "title" }] },
  { name: "read messages", does: "read its messages", ways: [{ method: "GET", path: "messages" }] },
  {
    name: "update message",
    does: "change a message of it",
    ways: [
      { method: "PUT", path: "messages" },
      { method: "PATCH", path: "message" },
      { method: "PUT", path: "message" },
    ],
  },
  {
    name: "delete message",
    does: "delete a message of it",
    ways: [
      { method: "DELETE", path: "messages" },
      { method: "DELETE", path: "message" },
    ],
  },
  {
    name: "join answer",
    does: "read the answer that is being given in it",
    ways: [{ method: "GET", path: "answer" }],
  },
  {
    name: "stop answer",
    does: "stop the answer that is being given in it",
    ways: [{ method: "DELETE", path: "answer" }],
  },
  { name: "delete", does: "delete it", ways: [{ method: "DELETE", path: "thread" }] },
];

/** A message that is to be stored. */
export interface Draft {
  id: string;
  text: string;
  role?: string;
  parent?: string | null;
  /** In place of one part with the text. */
  parts?: object[];
  /** Further fields of its content. */
  extra?: object;
}

const textPart = (text: string) => ({ type: "text", text });
const partsOf = ({ parts, text }: Draft) => parts ?? [textPart(text)];
const contentOf = (draft: Draft) => ({
  role: draft.role ?? "user",
  parts: partsOf(draft),
  ...draft.extra,
});

interface MessageShape {
  body: (draft: Draft) => object;
  /** Whether a message has parts, and whether it says which one it answers. */
  hasParts: boolean;
  hasParent: boolean;
  /** Whether its id stands apart from its content. */
  hasIdApart?: boolean;
}

/** What a user asks the model. */
export const question = (text: string) => ({
  id: crypto.randomUUID(),
  role: "user",
  parts: [textPart(text)],
});

/** Null for the message before the first one. */
const idOfMessage = (message: object | undefined) => (message && Reflect.get(message, "id")) ?? null;

/** The body of a chat whose server has the rest: the new message, and the id of the one before. */
export const oneMessage = (messages: object[], thread: string | undefined) => ({
  ...(thread && { id: thread }),
  message: messages.at(-1),
  parentId: idOfMessage(messages.at(-2)),
});

/**
 * How an app wants to be asked. Apps differ, so this begins with all that may be, the likeliest first. What the checks find
 * out by trying takes its place.
 */
export class Shape {
  /** The bodies that make a thread. The client's own name for it is the argument. */
  threadBodies: ((id: string) => object)[] = [
    (localId) => ({ localId }),
    (id) => ({ id }),
    (threadId) => ({ threadId }),
    () => ({ title: "Made by verify.mjs" }),
    () => ({}),
  ];
  /** The bodies that store a message, assistant-ui's own row first. */
  messageShapes: MessageShape[] = [
    {
      hasParts: true,
      hasParent: true,
      hasIdApart: true,
      body: ({ id, parent = null, ...draft }) => ({
        id,
        parent_id: parent,
        format: "ai-sdk/v6",
        content: contentOf({ id, ...draft }),
      }),
    },
    {
      hasParts: true,
      hasParent: true,
      body: ({ parent = null, ...draft }) => ({
        parentId: parent,
        message: { id: draft.id, ...contentOf(draft) },
      }),
    },
    {
      hasParts: true,
      hasParent: true,
      body: ({ parent = null, ...draft }) => ({
        parentId: parent,
        message: { id: draft.id, role: draft.role ?? "user", content: partsOf(draft), ...draft.extra },
      }),
    },
    { hasParts: true, hasParent: false, body: (draft) => ({ id: draft.id, ...contentOf(draft) }) },
    {
      hasParts: false,
      hasParent: false,
      body: ({ id, role = "user", text }) => ({ id, role, content: text }),
    },
  ];
  /** The bodies that ask the model, with the thread that keeps the question. */
  chatBodies: ((messages: object[], thread: string | undefined) => object)[] = [
    (messages, id) => ({ ...(id && { id }), messages, trigger: "submit-message" }),
    (messages, threadId) => ({ messages, ...(threadId && { threadId }) }),
    oneMessage,
    (messages, id) => ({ ...(id && { id }), message: messages.at(-1) }),
    (messages) => ({ messages }),
  ];
  /** What the owner of a thread may be called. */
  ownerFields = ["userId", "user_id", "ownerId", "owner_id", "owner", "user", "authorId"];
  /** Whether the first question of a chat makes its thread. Undefined while that was not tried. */
  makesThreadsByChat: boolean | undefined;
  /** Whether `GET` on a thread's own address answers. */
  hasThreadRoute: boolean | undefined;
  /** What works for the owner of a thread. */
  actions: ProvenAction[] | undefined;
  /** What does not, by the action's name, and why. */
  unproven = new Map<string, string>();
  /** Whether the chat answers the way it is asked. Undefined while nobody has tried. */
  hasChat: boolean | undefined;
}
