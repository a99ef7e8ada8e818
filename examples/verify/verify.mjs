#!/usr/bin/env node
// Checks from outside, as two users would, whether a chat app keeps them apart:
//
//     node verify.mjs http://localhost:3000
//     curl -fsS https://…/verify.mjs | node - http://localhost:3000
//
// One file without dependencies, for Node 20 and newer. A script from a pipe may be read as CommonJS, so this one has
// neither an `import` nor an `await` at the top. The guide's repository has its modules in lib/checks.

// #region options
/** The site that serves this file writes its own address here, so that a failure can link to the page that explains it. */
const guide = "";

const usage = `Usage: node verify.mjs [options] <address of your app>

Makes two accounts and a few threads in your app, tries what nobody may do, and deletes the threads again.

Options
  --cookie-a <cookies>  the Cookie header of somebody signed in, for an app without e-mail sign-up
  --cookie-b <cookies>  the same of somebody else
  --threads <path>      where the threads are (/api/threads)
  --chat <path>         where the chat is (/api/chat)
  --auth <path>         where better-auth is (/api/auth)
  --no-chat             have the model answer nothing
  --timeout <seconds>   how long an answer may take (15)
  --first-timeout <seconds>
                        how long the first answer of each route may take, while next dev compiles it (90)
  --json                print one JSON object instead of TAP
  --markdown            print a table in Markdown instead of TAP, for the summary of a CI job
  --help                print this

The results go to standard output as TAP version 14, a summary to standard error.
Exit code: 0 all hold, 1 some do not, 2 it could not run. A check whose route your app does not have is skipped:
it neither holds nor fails.`;

/** Reads what the command line asks for. Undefined if only help is wanted. */
async function readOptions(args) {
  const { values, positionals } = await parse(args);
  const { threads, chat, auth, json, markdown, "cookie-a": a, "cookie-b": b, "no-chat": noChat } = values;
  if (values.help) return undefined;

  const [text = "", ...others] = positionals;
  const address = others.length === 0 && URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new RunAborted("Give the address of your app, such as http://localhost:3000. See --help.");
  }
  if (Boolean(a) !== Boolean(b)) throw new RunAborted("Give both --cookie-a and --cookie-b, or neither.");
  const paths = { threads, chat, auth };
  for (const [name, path] of Object.entries(paths)) {
    if (!path.startsWith("/")) throw new RunAborted(`--${name} is a path, such as /api/${name}.`);
  }
  if (json && markdown) throw new RunAborted("Give --json or --markdown, not both.");
  const format = json ? "json" : markdown ? "markdown" : "tap";
  const timeouts = {
    each: millisecondsOf("timeout", values.timeout),
    first: millisecondsOf("first-timeout", values["first-timeout"]),
  };
  return { address, paths, cookies: { a, b }, mayChat: !noChat, timeouts, format };
}

function millisecondsOf(name, seconds) {
  const milliseconds = Number(seconds) * 1000;
  // No timer of Node's waits for longer than 2^31 milliseconds.
  if (milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds;
  throw new RunAborted(`--${name} is a number of seconds, such as 30.`);
}

async function parse(args) {
  const { parseArgs } = await import("node:util");
  const { threads, chat, auth } = defaultPaths;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "cookie-a": { type: "string" },
        "cookie-b": { type: "string" },
        threads: { type: "string", default: threads },
        chat: { type: "string", default: chat },
        auth: { type: "string", default: auth },
        "no-chat": { type: "boolean", default: false },
        timeout: { type: "string", default: "15" },
        "first-timeout": { type: "string", default: "90" },
        json: { type: "boolean", default: false },
        markdown: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const [problem] = error instanceof Error ? error.message.split(". ", 1) : [];
    throw new RunAborted(`${problem?.replace(/\.$/, "")}. See --help.`);
  }
}
// #endregion options

// #region handler
const handler = {
  name: "handler",
  promise: "better-auth's handlers answer",
  page: "mount-the-handlers",
  async run(app, found) {
    const answer = await app.send("GET", `${app.paths.auth}/ok`);
    found.judge(answer, answer.status === 200 && valueAt(answer.json, "ok") === true, {
      right: "better-auth’s handlers are mounted.",
      wrong: "better-auth’s handlers do not answer.",
      mismatch: ', not 200 with {"ok":true}',
    });
  },
};
// #endregion handler

// #region cookie
const cookie = {
  name: "cookie",
  promise: "the session cookie is out of reach",
  page: "mount-the-handlers",
  async run(app, found) {
    for (const { name, signedIn } of [app.a, app.b]) {
      if (!signedIn) {
        throw new CheckSkipped("--cookie-a and --cookie-b were given, so no cookie was seen being set");
      }
      const ofSession = signedIn.setCookies.filter(({ name }) => /session/i.test(name));
      const cookies = ofSession.length > 0 ? ofSession : signedIn.setCookies;
      const faults = cookies.flatMap((cookie) => faultsOf(cookie, app.origin));
      const shown = cookies.map(({ name, attributes }) => `\`${name}\`: ${attributes.join(", ")}`);
      found.judge(signedIn, cookies.length > 0 && faults.length === 0, {
        right: `${name}’s sign-in set the cookie ${shown.join("; ")}.`,
        wrong: faults.join(" ") || `${name}’s sign-in set no cookie.`,
      });
    }
  },
};

/** What makes a session's cookie easier to steal or to use than it has to be. */
function faultsOf({ name, attributes }, origin) {
  const has = (wanted) => attributes.some((attribute) => wanted.test(attribute));
  const faults = [];
  if (!has(/^httponly$/i)) {
    faults.push(`The cookie ${name} is not HttpOnly: any script on the page can read it.`);
  }
  if (!has(/^samesite=(lax|strict)$/i)) {
    const given = attributes.find((attribute) => /^samesite=/i.test(attribute)) ?? "SameSite=(none given)";
    faults.push(`The cookie ${name} has ${given}: other sites’ requests carry it. Lax will do.`);
  }
  if (!has(/^secure$/i) && origin.startsWith("https:")) {
    faults.push(`The cookie ${name} is not Secure, on https: set better-auth’s base URL to ${origin}.`);
  }
  return faults;
}
// #endregion cookie

// #region gate-chat
const gateChat = {
  name: "gate-chat",
  promise: "the chat asks for a session",
  page: "gate-the-chat-route",
  async run(app, found) {
    const strangers = [
      {
        as: "no-cookie",
        right: "Nobody is signed in: the model is not asked.",
        wrong: "Nobody is signed in, and the model was asked all the same, at your cost.",
      },
      {
        as: "forged-cookie",
        right: "There is a cookie, but its signature is not the app’s: no session.",
        wrong: "Any cookie will do: nobody looked whether there is a session behind it.",
      },
    ];
    for (const { as, ...meaning } of strangers) {
      const answer = await app.ask({ as });
      app.needRoute(answer);
      found.expect(answer, [401], meaning);
    }
  },
};
// #endregion gate-chat

// #region gate-threads
const gateThreads = {
  name: "gate-threads",
  promise: "the threads ask for a session",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { a, paths } = app;
    app.needRoute(await app.probe({ method: "GET", path: paths.threads, as: a }));
    const thread = await newThreadIfPossible(app, a, found);
    const actions = thread === undefined ? [] : await provenActions(app, found);
    const strangers = [
      { as: "no-cookie", who: "Nobody is signed in" },
      { as: "forged-cookie", who: "A cookie that nobody signed" },
    ];
    for (const { as, who } of strangers) {
      const isNobody = as === "no-cookie";
      found.expect(await app.send("GET", paths.threads, { as }), [401], {
        right: isNobody ? `${who}: there is no list.` : `${who} opens no list.`,
        wrong: isNobody ? `${who}, and there is a list.` : `${who} opens a list.`,
      });
      if (thread === undefined) continue;

      const made = await app.send("POST", paths.threads, { as, body: threadBody(app) });
      rememberThread(app, made, a);
      found.expect(made, [401], meaningFor(who, "make a thread"));
      for (const action of actions) {
        found.expect(await act(app, action, thread, { as }), [401], meaningFor(who, action.does));
      }
    }
  },
};

const meaningFor = (who, what) => ({
  right: `${who}: no way to ${what}.`,
  wrong: `${who}, and that is enough to ${what}.`,
});
// #endregion gate-threads

// #region chat
const chat = {
  name: "chat",
  promise: "a signed-in user gets an answer",
  page: "gate-the-chat-route",
  async run(app, found) {
    if (!app.mayChat) throw new CheckSkipped("--no-chat");

    const answer = await ask(app, found);
    app.needRoute(answer);
    if (wantsOtherBody(answer)) {
      throw new CheckSkipped(`${inWords(answer)}; it takes another body than the AI SDK's { messages }`);
    }

    found.judge(answer, answer.status === 200 && isStream(answer) && answer.hasWords === true, {
      right: `${app.a.name} is signed in: the model’s words stream in.`,
      wrong: `${app.a.name} is signed in, and no word of the model came.`,
      mismatch: whatIsWrong(answer),
    });
  },
};

const isStream = ({ type }) => !/json|html/.test(type);

function whatIsWrong(answer) {
  if (answer.status !== 200) return ", not 200";
  if (!isStream(answer)) return `, not a stream (${answer.type})`;
  const error = errorIn(answer.text);
  return error ? `, and the stream says: ${error}` : ", but the stream ended without a word";
}

/** Apps differ in whether a chat names its thread. A question with an id is what the AI SDK sends. */
async function ask(app, found) {
  const question = { as: app.a };
  if (!app.shape.chatHasThread) return app.ask(question);

  const thread = await newThreadIfPossible(app, app.a, found);
  const answer = await app.ask({ ...question, thread });
  const isRefused = [400, 404, 422].includes(answer.status);
  return thread !== undefined && isRefused ? app.ask(question) : answer;
}
// #endregion chat

// #region isolation
const isolation = {
  name: "isolation",
  promise: "a list holds its user's own threads",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { a, b } = app;
    const ofA = { user: a, thread: await newThread(app, a, found) };
    const ofB = { user: b, thread: await newThread(app, b, found) };
    for (const [own, others] of [
      [ofA, ofB],
      [ofB, ofA],
    ]) {
      const [user, other] = [own.user, others.user];
      const { answer, ids } = await listIds(app, user);
      const [hasOwn, hasOther] = [ids.includes(own.thread), ids.includes(others.thread)];
      found.judge(answer, hasOwn && !hasOther, {
        right: `${user.name}’s list has ${user.name}’s new thread and not ${other.name}’s: the id of whoever asks must be in the \`where\`.`,
        wrong: hasOther
          ? `${user.name}’s list has ${other.name}’s thread.`
          : `${user.name}’s list lacks ${user.name}’s own new thread.`,
      });
    }
  },
};
// #endregion isolation

// #region ownership
const ownership = {
  name: "ownership",
  promise: "another user's thread is out of reach",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a, b } = app;
    const actions = await provenActions(app, found);
    const reasons = [...app.shape.unproven.values()].join("; ");
    if (actions.length === 0) {
      throw new CheckSkipped(`nothing works for a thread's owner either: ${reasons}`);
    }
    if (reasons) found.notes.push(`Not tried, because it does not work for the owner either: ${reasons}.`);

    const thread = await newThread(app, a, found);
    const does = (name) => actions.find((action) => action.name === name);
    if (does("write message")) {
      const written = await writeMessage(app, thread, { as: a });
      found.need(written, isSuccess(written), `${a.name} writes a message into it.`);
    }
    const rename = does("rename");
    if (rename) {
      const renamed = await act(app, rename, thread, { as: a });
      found.need(renamed, isSuccess(renamed), `${a.name} gives it a title.`);
    }

    const before = await view(app, thread, actions);
    for (const { answer } of before) found.need(answer, isSuccess(answer), `${a.name} sees it.`);
    for (const action of actions) {
      found.expect(await act(app, action, thread, { as: b }), [403, 404], {
        right: `${b.name} knows the id, and cannot ${action.does}.`,
        wrong: `${b.name} could ${action.does}, by its id alone.`,
      });
    }
    for (const [index, { answer, shown }] of (await view(app, thread, actions)).entries()) {
      found.judge(answer, shown === before[index]?.shown, {
        right: `For ${a.name} nothing has changed.`,
        wrong: `For ${a.name} it has changed.`,
      });
    }
  },
};

/** All that the owner sees of a thread, to be compared. */
async function view(app, thread, actions) {
  const seen = [await seeInList(app, app.a, thread)];
  for (const action of actions.filter(({ method }) => method === "GET")) {
    const answer = await act(app, action, thread, { as: app.a });
    seen.push({ answer, shown: answer.text });
  }
  return seen;
}
// #endregion ownership

// #region mass-assignment
const massAssignment = {
  name: "mass-assignment",
  promise: "no field gives a thread another owner or id",
  page: "scope-threads-by-user",
  async run(app, found) {
    const { ownerFields, unproven } = app.shape;
    const actions = await provenActions(app, found);
    for (const field of ownerFields) await makeWith(field, app, found);

    const rename = actions.find(({ name }) => name === "rename");
    if (!rename) {
      found.notes.push(`Not tried on an existing thread: ${unproven.get("rename")}.`);
      return;
    }
    let thread = await newThread(app, app.a, found);
    for (const field of [...ownerFields, "id"]) {
      const stays = await changeWith(field, rename, thread, app, found);
      if (!stays) thread = await newThread(app, app.a, found);
    }
  },
};

/** Makes a thread that names its owner. */
async function makeWith(field, app, found) {
  const { a, b, paths } = app;
  const body = { ...threadBody(app), [field]: b.id };
  const made = await app.send("POST", paths.threads, { as: a, body });
  const id = rememberThread(app, made, a);
  const seen = id === undefined ? undefined : await seeThread(app, a, id);
  const what = `A new thread with \`${field}\` ${b.id} in its body`;
  found.judge(made, seen?.isSeen !== false, {
    right: `${what}: ${seen ? "ignored" : "refused"}.`,
    wrong: `${what} was not its maker’s.`,
  });
  if (!seen) return;
  found.judge(seen.answer, seen.isSeen, {
    right: `The thread is ${a.name}’s.`,
    wrong: `The thread is not ${a.name}’s.`,
  });
}

/** Changes a thread's owner or id in passing, and says whether it is still where it was. */
async function changeWith(field, { method }, thread, app, found) {
  const { a, b } = app;
  const newId = crypto.randomUUID();
  const value = field === "id" ? newId : b.id;
  const body = { title: "Moved by verify.mjs", [field]: value };
  const changed = await app.send(method, app.paths.thread, { as: a, thread, body });
  const { answer, isSeen } = await seeThread(app, a, thread);
  if (!isSeen && field === "id") app.made.set(newId, a);

  const what = `A change with ${field === "id" ? "another id" : `\`${field}\` ${value}`} in its body`;
  found.judge(changed, isSeen, {
    right: `${what}: ${isSuccess(changed) ? "ignored" : "refused"}.`,
    wrong: `${what} moved the thread.`,
  });
  found.judge(answer, isSeen, {
    right: "The thread is where it was.",
    wrong: `${a.name}’s thread is no longer there for ${a.name}.`,
  });
  return isSeen;
}
// #endregion mass-assignment

// #region message-overwrite
const messageOverwrite = {
  name: "message-overwrite",
  promise: "another user's message cannot be overwritten by its id",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a, b, shape } = app;
    await provenActions(app, found);
    const reason = shape.unproven.get("write message");
    if (reason) throw new CheckSkipped(`no message can be written: ${reason}`);

    const theirs = await newThread(app, a, found);
    const own = await newThread(app, b, found, `${b.name} makes a thread of their own.`);
    const [id, original, replaced] = [crypto.randomUUID(), marker("original"), marker("replaced")];
    const written = await writeMessage(app, theirs, { as: a, id, text: original });
    found.need(written, isSuccess(written), `${a.name} writes a message.`);

    const read = () => app.send("GET", app.paths.messages, { as: a, thread: theirs });
    const before = await read();
    if (before.status !== 200 || !before.text.includes(original)) {
      const reason = "without the message that was just written, so there is nothing to compare";
      throw new CheckSkipped(`${inWords(before)}, ${reason}`);
    }
    found.need(before, true, `${a.name} reads it.`);

    for (const method of shape.messageMethods) {
      const copied = await writeMessage(app, own, { as: b, id, text: replaced, method });
      if (method === "PUT" && isAbsent(copied)) continue;
      const after = await read();
      const isSame = after.text === before.text;
      found.judge(copied, isSame, {
        right: `${b.name} may write there, and gives the message the id of ${a.name}’s.`,
        wrong: `${b.name}’s message with the id of ${a.name}’s changed that message.`,
        mismatch: ", with the other user's message id",
      });
      found.judge(after, isSame, {
        right: `For ${a.name} nothing has changed.`,
        wrong: `For ${a.name} it has changed.`,
      });
    }
  },
};
// #endregion message-overwrite

// #region origin
const origin = {
  name: "origin",
  promise: "another site cannot write with a user's cookie",
  page: "persist-threads-and-messages",
  async run(app, found) {
    const { a } = app;
    const actions = await provenActions(app, found);
    const thread = await newThread(app, a, found, `From the app’s own page, ${a.name} may make a thread.`);
    const before = await seeThread(app, a, thread);
    found.need(before.answer, before.isSeen, "This is how it looks.");

    const from = { as: a, simulate: "foreign-origin" };
    const meaning = (what) => ({
      right: `The cookie is good, the origin is not: another site cannot ${what}.`,
      wrong: `Another site can ${what} with ${a.name}’s cookie.`,
    });
    const made = await app.send("POST", app.paths.threads, { ...from, body: threadBody(app) });
    rememberThread(app, made, a);
    found.expectRefusal(made, meaning("make a thread"));
    for (const action of actions.filter(({ method }) => method !== "GET")) {
      found.expectRefusal(await act(app, action, thread, from), meaning(anyThread[action.name]));
    }
    if (app.mayChat) {
      const asked = await app.ask(from);
      if (!isAbsent(asked)) found.expectRefusal(asked, meaning("ask the model"));
    }

    const after = await seeThread(app, a, thread);
    found.judge(after.answer, after.isSeen && after.shown === before.shown, {
      right: "The thread is as it was.",
      wrong: "The thread is no longer as it was.",
    });
  },
};

/** What an action does, to whichever thread. */
const anyThread = {
  read: "read a thread",
  "read messages": "read messages",
  rename: "rename one",
  "write message": "write a message",
  delete: "delete a thread",
};
// #endregion origin

// #region sign-out
const signOut = {
  name: "sign-out",
  promise: "a cookie is worth nothing after sign-out",
  page: "run-and-verify",
  async run(app, found) {
    const { auth, threads } = app.paths;
    const user = await app.spareSession(app.a);
    const session = await app.send("GET", `${auth}/get-session`, { as: user });
    found.need(session, hasUser(session.json), `${user.name} is signed in.`, ", without a session");
    const list = await app.probe({ method: "GET", path: threads, as: user });

    // The browser of whoever signs out drops the cookie. A thief's does not.
    const simulate = "keep-cookies";
    const left = await app.send("POST", `${auth}/sign-out`, { as: user, body: {}, simulate });
    const kept = `${user.name} signs out: the session’s row is deleted. The browser keeps the cookie, as a thief’s would.`;
    found.need(left, left.status === 200, kept, ", not 200");

    // Each of these answers may say that the browser shall drop the cookie.
    const old = { as: user, simulate, sender: "with the cookie from before" };
    const after = await app.send("GET", `${auth}/get-session`, old);
    found.judge(after, after.hadCookie && after.status < 500 && !hasUser(after.json), {
      right: "The old cookie came along, and leads to no session.",
      wrong: after.hadCookie
        ? "The old cookie still leads to a session: a cookie cache keeps it alive."
        : "The old cookie did not come along, so this shows nothing.",
      mismatch: ", and the session is still good",
    });
    if (list.status === 200) {
      found.expect(await app.send("GET", threads, old), [401], {
        right: "With the old cookie there is no list.",
        wrong: "With the old cookie there is still a list.",
      });
    }
    const asked = await app.ask(old);
    if (isAbsent(asked)) return;
    found.expect(asked, [401], {
      right: "And no chat.",
      wrong: "With the old cookie the model still answers.",
    });
  },
};

const hasUser = (session) => Boolean(valueAt(session, "user"));
// #endregion sign-out

// #region attacks
/** The attacks in the order in which they are made. The last one ends a session. */
const attacks = [
  handler,
  cookie,
  gateChat,
  gateThreads,
  chat,
  isolation,
  ownership,
  massAssignment,
  messageOverwrite,
  origin,
  signOut,
];
// #endregion attacks

// #region findings
/** The check ends here: it has failed, and the rest of it has no ground to stand on. */
class CheckAborted extends Error {}

/** It ends because it cannot be made in this app. The message says why. */
class CheckSkipped extends CheckAborted {}

/** What a check has found. */
class Findings {
  steps = [];
  /** What is wrong beyond any one answer. */
  faults = [];
  /** What was not tried, and why. */
  notes = [];
  /** Why the check could not be made. */
  skipped;

  /** Says of an answer whether it is as it should be. One that was not asked for in the check becomes part of it. */
  judge(answer, isRight, { right, wrong, mismatch = "" }, isSetup = false) {
    let index = this.steps.findIndex((step) => step.answer === answer);
    if (index === -1) index = this.steps.length;
    this.steps[index] = { answer, verdict: { isRight, text: isRight ? right : wrong, mismatch, isSetup } };
  }

  expect(answer, statuses, meaning) {
    this.#expect(answer, statuses.includes(answer.status), statuses.join(" or "), meaning);
  }

  /** The same for a refusal with any of the statuses for one. */
  expectRefusal(answer, meaning) {
    this.#expect(answer, answer.status >= 400 && answer.status < 500, "403", meaning);
  }

  #expect(answer, isRight, status, { right, wrong }) {
    const isRedirect = answer.status >= 300 && answer.status < 400;
    const hint = " To fetch, a redirect looks like a success: refuse in the route itself.";
    this.judge(answer, isRight, {
      right,
      wrong: isRedirect ? wrong + hint : wrong,
      mismatch: `, not ${status}`,
    });
  }

  /** Judges what the rest of the check stands on. */
  need(answer, isRight, right, mismatch) {
    const wrong = "Without this, the rest of the check cannot be made.";
    this.judge(answer, isRight, { right, wrong, mismatch }, true);
    if (!isRight) throw new CheckAborted();
  }

  /** It holds only if something was seen, and nothing was wrong with it. */
  get result() {
    const verdicts = this.steps.flatMap(({ verdict }) => verdict ?? []);
    if (this.faults.length > 0 || verdicts.some(({ isRight }) => !isRight)) return "fails";
    if (this.skipped !== undefined) return "skipped";
    return verdicts.some(({ isSetup }) => !isSetup) ? "holds" : "skipped";
  }
}
// #endregion findings

// #region attack
/** Makes an attack. Whether it comes to its end or not, what it saw is in the findings. */
async function runAttack({ run }, app, found) {
  try {
    await run(app, found);
  } catch (error) {
    if (error instanceof CheckSkipped) found.skipped = error.message;
    else if (!(error instanceof CheckAborted)) throw error;
    else if (error.message) found.faults.push(error.message);
  }
}
// #endregion attack

// #region shape
/** What a user may do with a thread of their own, and nobody else. Deleting comes last: until then the thread is there. */
const threadActions = [
  { name: "read", method: "GET", does: "read the thread" },
  { name: "read messages", method: "GET", does: "read its messages" },
  { name: "rename", method: "PATCH", does: "rename it" },
  { name: "write message", method: "POST", does: "write into it" },
  { name: "delete", method: "DELETE", does: "delete it" },
];

const part = (text) => ({ type: "text", text });

/**
 * How an app wants to be asked. Apps differ, so this begins with all that may be, the likeliest first. What the checks find
 * out by trying takes its place.
 */
class Shape {
  /** The bodies that make a thread. */
  threadBodies = [
    () => ({ localId: crypto.randomUUID() }),
    () => ({ id: crypto.randomUUID() }),
    () => ({ threadId: crypto.randomUUID() }),
    () => ({ title: "Made by verify.mjs" }),
    () => ({}),
  ];
  /** The bodies that store a message, assistant-ui's own row first. */
  messageBodies = [
    (id, text) => ({
      id,
      parent_id: null,
      format: "ai-sdk/v6",
      content: { role: "user", parts: [part(text)] },
    }),
    (id, text) => ({ parentId: null, message: { id, role: "user", parts: [part(text)] } }),
    (id, text) => ({ parentId: null, message: { id, role: "user", content: [part(text)] } }),
    (id, text) => ({ id, role: "user", parts: [part(text)] }),
    (id, text) => ({ id, role: "user", content: text }),
  ];
  /** How messages are written. */
  messageMethods = ["POST", "PUT"];
  /** What the owner of a thread may be called. */
  ownerFields = ["userId", "user_id", "ownerId", "owner_id", "owner", "user", "authorId"];
  /** Whether a chat names the thread that keeps it. */
  chatHasThread = true;
  /** Whether `GET` on a thread's own address answers. */
  hasThreadRoute;
  /** What works for the owner of a thread. */
  actions;
  /** What does not, by the action's name, and how it was answered. */
  unproven = new Map();
}
// #endregion shape

// #region app
/** The run cannot go on. The message says why, and what to do. */
class RunAborted extends Error {}

/** Where an app has what the checks ask for, if it does not say otherwise. */
const defaultPaths = { threads: "/api/threads", chat: "/api/chat", auth: "/api/auth" };

/**
 * The app that is attacked, with two users in it. A class of its own says how a request reaches it, from a page or from
 * Node, and how a check gets a session of a user that it may end.
 */
class App {
  /** Its address, without a path. */
  origin;
  /** Where its routes are. An `{id}` stands for a thread. */
  paths;
  shape = new Shape();
  /** Whether the model may be asked for an answer. */
  mayChat = true;
  /** The threads that were made and may still be there, by their ids, and who made them. */
  made = new Map();
  /** Called with each answer that belongs to a check, as it comes. */
  onAnswer = () => {};

  constructor(origin, paths = defaultPaths) {
    const thread = `${paths.threads}/{id}`;
    this.origin = origin;
    this.paths = { ...paths, thread, messages: `${thread}/messages` };
  }

  /** Sends a request that belongs to a check. A probe only finds out how the app wants to be asked. */
  async send(method, path, rest = {}) {
    const answer = await this.probe({ method, path, ...rest });
    this.onAnswer(answer);
    return answer;
  }

  /** Asks the model. */
  ask({ thread, ...rest }) {
    const parts = [{ type: "text", text: "Answer with the word ok." }];
    const messages = [{ id: crypto.randomUUID(), role: "user", parts }];
    const body = { ...(thread && { id: thread }), messages, trigger: "submit-message" };
    return this.send("POST", this.paths.chat, { ...rest, body, isChat: true });
  }

  /** Skips a check whose route the app does not have. */
  needRoute(answer) {
    if (!isAbsent(answer)) return;
    const { method, path } = answer.request;
    const option = path === this.paths.chat ? "--chat" : "--threads";
    throw new CheckSkipped(`your app has no ${method} ${path} (${answer.status}); see ${option}`);
  }
}

/** A cookie's value in the shape of better-auth's: a token, a point, and a signature that nobody gave. */
function forgedValue() {
  const signature = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return `${crypto.randomUUID().replaceAll("-", "")}.${encodeURIComponent(signature)}`;
}
// #endregion app

// #region threads
/** A body that makes a thread. */
const threadBody = ({ shape }) => shape.threadBodies[0]?.() ?? {};

/** Makes a thread, which the check stands on, and gives its id. */
async function newThread(app, user, found, right = `${user.name} makes a thread.`) {
  const { answer, id } = await makeThread(app, user);
  found.need(answer, id !== undefined, right, ", and no id of a new thread");
  return id ?? "";
}

/** For a check that can do without a thread. That there is none is for others to say. */
async function newThreadIfPossible(app, user, found) {
  const made = await makeThread(app, user).catch(ignoreAborted);
  if (made?.id !== undefined) found.need(made.answer, true, `${user.name} makes a thread.`);
  return made?.id;
}

/** For what the rest can do without. */
function ignoreAborted(error) {
  if (!(error instanceof CheckAborted)) throw error;
}

/** The first call finds out which body the app takes. */
async function makeThread(app, user) {
  const { paths, shape } = app;
  let tried = "";
  for (const body of shape.threadBodies) {
    const answer = await app.probe({ method: "POST", path: paths.threads, as: user, body: body() });
    tried = inWords(answer);
    if (wantsOtherBody(answer)) continue;
    app.needRoute(answer);

    app.onAnswer(answer);
    const id = rememberThread(app, answer, user);
    if (id === undefined) return { answer, id };
    shape.threadBodies = [body];
    const read = { method: "GET", path: paths.thread, thread: id, as: user };
    shape.hasThreadRoute ??= isSuccess(await app.probe(read));
    return { answer, id };
  }
  throw new CheckSkipped(`${tried}, whatever body was tried, so there is no thread to check with`);
}

/** Notes the thread that an answer made, so that it is deleted in the end. */
function rememberThread({ made }, answer, owner) {
  const id = isSuccess(answer) ? idOf(answer.json) : undefined;
  if (id !== undefined) made.set(id, owner);
  return id;
}

/** Deletes the threads that were made, and says how many there are no more, and how many are left. */
async function deleteThreads(app) {
  // Where deleting works, a thread that neither user has was deleted by a check already.
  const deletes = app.shape.actions?.some(({ name }) => name === "delete");
  let [deleted, left] = [0, 0];
  for (const [thread, owner] of app.made) {
    // In an app with a fault, it may be the other user's by now.
    const statuses = [];
    for (const as of owner.id === app.a.id ? [app.a, app.b] : [app.b, app.a]) {
      const request = { method: "DELETE", path: app.paths.thread, thread, as };
      const answer = await app.probe(request).catch(ignoreAborted);
      statuses.push(answer && isSuccess(answer) ? "deleted" : answer?.status);
      if (statuses.includes("deleted")) break;
    }
    if (statuses.includes("deleted")) deleted++;
    else if (!deletes || statuses.some((status) => status !== 404)) left++;
    app.made.delete(thread);
  }
  return { deleted, left };
}

/** A user's list. */
async function listThreads(app, user) {
  const answer = await app.send("GET", app.paths.threads, { as: user });
  app.needRoute(answer);
  const rows = answer.status === 200 ? rowsOf(answer.json) : [];
  if (rows) return { answer, rows };
  throw new CheckSkipped(`${inWords(answer)}, with no list of threads that this script can read`);
}

/** The ids in a user's list. */
async function listIds(app, user) {
  const { answer, rows } = await listThreads(app, user);
  return { answer, ids: rows.flatMap((row) => idOf(row) ?? []) };
}

/** Whether this user has this thread, and what is shown of it. Asks the thread's own route if there is one, else the list. */
async function seeThread(app, user, thread) {
  if (!app.shape.hasThreadRoute) return seeInList(app, user, thread);
  const answer = await app.send("GET", app.paths.thread, { as: user, thread });
  return { answer, isSeen: answer.status === 200, shown: answer.text };
}

/** The same by the list alone. */
async function seeInList(app, user, thread) {
  const { answer, rows } = await listThreads(app, user);
  const row = rows.find((row) => idOf(row) === thread);
  return { answer, isSeen: row !== undefined, shown: JSON.stringify(row ?? null) };
}

const wrappers = ["threads", "data", "items", "results", "rows"];

/** A list, or the list within `{ threads: […] }` and the like. */
function rowsOf(json) {
  if (Array.isArray(json)) return json;
  const inner = wrappers
    .map((key) => valueAt(json, key))
    .find((value) => typeof value === "object" && value !== null);
  return inner ? rowsOf(inner) : undefined;
}

function idOf(json) {
  const [id] = ["id", "remoteId", "threadId", "_id"].flatMap((key) => valueAt(json, key) ?? []);
  if (typeof id === "string" || typeof id === "number") return String(id);
  const inner = valueAt(json, "thread") ?? valueAt(json, "data");
  return inner ? idOf(inner) : undefined;
}
// #endregion threads

// #region actions
/** Does something with a thread, as part of a check. */
function act(app, action, thread, sender) {
  if (action.name === "write message") return writeMessage(app, thread, sender);
  const path = action.name === "read messages" ? app.paths.messages : app.paths.thread;
  const body = action.name === "rename" ? { title: marker("renamed") } : undefined;
  return app.send(action.method, path, { ...sender, thread, body });
}

/**
 * The actions that work for an owner. Of one that does not, a refusal would prove nothing: the route may be missing.
 * Why the others do not is in the app's shape.
 */
async function provenActions(app, found) {
  const { shape } = app;
  if (shape.actions) return shape.actions;

  const thread = await newThread(app, app.a, found);
  const proven = [];
  for (const action of threadActions) {
    const answer = await act(app, action, thread, { as: app.a });
    if (isSuccess(answer)) proven.push(action);
    else shape.unproven.set(action.name, inWords(answer));
  }
  shape.actions = proven;
  return proven;
}

/** Stores a message. The first call that succeeds settles which body the app takes. */
async function writeMessage(app, thread, message) {
  const { id = crypto.randomUUID(), text = marker("message"), method = "POST", ...sender } = message;
  const { shape, paths } = app;
  for (const body of shape.messageBodies) {
    const request = { method, path: paths.messages, thread, ...sender, body: body(id, text) };
    const answer = await app.probe(request);
    if (wantsOtherBody(answer) && body !== shape.messageBodies.at(-1)) continue;
    if (isSuccess(answer)) shape.messageBodies = [body];
    app.onAnswer(answer);
    return answer;
  }
  throw new Error("There is no body to try.");
}

/** A text that can be found again in an answer. */
const marker = (what) => `verify.mjs ${what} ${crypto.randomUUID()}`;
// #endregion actions

// #region answer
const foreignOrigin = "https://evil.example";
const strangers = { "no-cookie": "without a cookie", "forged-cookie": "with a forged cookie" };

/** Such as `POST /api/threads as user A, from https://evil.example`. */
function titleOf({ method, path, as, sender, simulate }) {
  const from = simulate === "foreign-origin" ? `, from ${foreignOrigin}` : "";
  const who = typeof as === "object" ? `as ${as.name}${from}` : as && strangers[as];
  return [method, path, sender ?? who].filter(Boolean).join(" ");
}

const pathOf = ({ path, thread = "" }) => path.replace("{id}", encodeURIComponent(thread));

/** The part of a request that `fetch` sends alike from a page and from Node. */
const initOf = ({ method, body }, headers) => ({
  method,
  headers: { ...headers, ...(body && { "Content-Type": "application/json" }) },
  body: body && JSON.stringify(body),
});

/** The part of an answer that a page and Node see alike. */
async function readAnswer(request, response) {
  const { ok, status, headers } = response;
  const content = ok && request.isChat ? await readStart(response) : { text: await response.text() };
  const type = headers.get("content-type") ?? "";
  const location = headers.get("location");
  return { request, status, type, location, ...content, json: parseJson(content.text) };
}

/** Reads a model's answer until its first word, or until the stream tells of an error. */
async function readStart({ body, headers }) {
  // The AI SDK's stream opens with parts that hold no words yet. Of any other stream, the first character will do.
  const words = headers.has("x-vercel-ai-ui-message-stream") ? /"type":"(text|reasoning)-delta"/ : /\S/;
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!words.test(text) && errorIn(text) === undefined) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    text += chunk.value;
  }
  await reader?.cancel();
  return { text, hasWords: words.test(text) && errorIn(text) === undefined };
}

/** What a stream says instead of an answer. */
const errorIn = (stream) => /"type":"error","errorText":"((?:[^"\\]|\\.)*)"/.exec(stream)?.[1];

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value at this place of some JSON, if there is one. */
const valueAt = (json, ...keys) =>
  keys.reduce(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );

const isSuccess = ({ status }) => status >= 200 && status < 300;

/** The route is not there, or not with this method. */
const isAbsent = ({ status }) => status === 404 || status === 405 || status === 501;

/** The route wants another body. */
const wantsOtherBody = ({ status }) => status === 400 || status === 422;

/** Such as `GET /api/threads without a cookie: 307, a redirect to /sign-in`. */
function inWords({ request, status, type, location }) {
  const html = type.startsWith("text/html") ? ", a page of HTML" : "";
  const kind = location ? `, a redirect to ${location.split("?", 1)[0]}` : html;
  return `${titleOf(request)}: ${status}${kind}`;
}
// #endregion answer

// #region accounts
/** Brings a user into the app: a new one, or the one whose cookies were given. */
async function enter(app, user, cookies) {
  if (!cookies) {
    const account = { email: `verify-${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
    await authenticate(app, user, "sign-up", account);
  } else {
    keepSecretsOf(cookies);
    user.cookies = cookies;
  }
  const answer = await app.probe({ method: "GET", path: `${app.paths.auth}/get-session`, as: user });
  const id = valueAt(answer.json, "user", "id");
  if (typeof id !== "string" && typeof id !== "number") {
    const remedy = user.signedIn
      ? "The cookie that sign-up set is not taken for a session."
      : "Copy the Cookie header anew from the browser's dev tools, under Network.";
    throw new RunAborted(`${inWords(answer)}, without a session for ${user.name}. ${remedy}`);
  }
  user.id = id;
}

/** Gives a user a session. */
async function authenticate(app, user, how, account) {
  const { name } = user;
  keepSecret(account.password);
  const answer = await app.probe({
    method: "POST",
    path: `${app.paths.auth}/${how}/email`,
    body: how === "sign-up" ? { ...account, name } : account,
    sender: `for ${name}`,
  });
  if (answer.status !== 200) {
    const message = valueAt(answer.json, "message");
    const problem = `${inWords(answer)}.${message ? ` It says: ${message}` : ""}`;
    if (how === "sign-in") throw new CheckAborted(problem);
    throw new RunAborted(
      `${problem} Allow sign-up by e-mail, or sign two users in and give --cookie-a and --cookie-b.`,
    );
  }
  if (answer.setCookies.length === 0) {
    throw new RunAborted(
      `${inWords(answer)}, but no session: it may want the address verified first. Sign two users in and give --cookie-a and --cookie-b.`,
    );
  }
  user.cookies = answer.setCookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  keepSecretsOf(user.cookies);
  user.signedIn = answer;
  user.account = account;
}

/** Deletes the accounts that were made, if the app lets users delete themselves, and gives those that are left. */
async function deleteAccounts(app) {
  const left = [];
  for (const as of [app.a, app.b]) {
    // Only an account that was made for the run has a password here.
    if (!as.account) continue;
    const { email, password } = as.account;
    const request = { method: "POST", path: `${app.paths.auth}/delete-user`, as, body: { password } };
    const answer = await app.probe(request).catch(ignoreAborted);
    if (valueAt(answer?.json, "message") !== "User deleted") left.push(email);
  }
  return left;
}
// #endregion accounts

// #region remote-app
/** A model thinks before its first word, and a rate limit says how long it lasts. In milliseconds. */
const longest = { chat: 60_000, rateLimit: 60_000 };

/** An app somewhere, asked from Node as a browser on the app's own page asks. Each user has cookies of their own. */
class RemoteApp extends App {
  a = { name: "user A", id: "" };
  b = { name: "user B", id: "" };
  /** Its address, with the path that it is under. */
  base;
  #hasAnswered = false;
  /** The paths that were asked for, with `{id}` for a thread. The first answer of each may have to be compiled. */
  #asked = new Set();
  #timeouts;

  constructor({ address, paths, mayChat, timeouts }) {
    super(address.origin, paths);
    this.#timeouts = timeouts;
    this.base = (address.origin + address.pathname).replace(/\/$/, "");
    this.mayChat = mayChat;
  }

  /** The session that the run itself needs goes on. */
  async spareSession(user) {
    if (!user.account) {
      throw new CheckSkipped("it would end your own session; sign-out is tried with accounts made here");
    }
    const spare = { ...user };
    await authenticate(this, spare, "sign-in", user.account);
    return spare;
  }

  async probe(request) {
    const { method, simulate } = request;
    const cookies = this.#cookiesOf(request.as);
    const headers = {
      ...(cookies && { Cookie: cookies }),
      ...(method !== "GET" && { Origin: simulate === "foreign-origin" ? foreignOrigin : this.origin }),
    };
    const { timeout, hush } = this.#limitOf(request);
    const once = () =>
      fetch(this.base + pathOf(request), {
        ...initOf(request, headers),
        // A redirect is not followed: it is the answer.
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
      });
    try {
      const response = await this.#patiently(request, once);
      const answer = await readAnswer(request, response);
      const setCookies = response.headers.getSetCookie().map(toSetCookie);
      return { ...answer, setCookies, hadCookie: cookies !== "" };
    } catch (error) {
      const isLate = error instanceof Error && error.name === "TimeoutError";
      const reason = `${titleOf(request)}: ${isLate ? `no answer in ${timeout / 1000} s` : reasonOf(error)}.`;
      if (this.#hasAnswered) throw new CheckAborted(reason);
      const remedy = isLate ? "Give it longer with --first-timeout." : "Start your app, or give its address.";
      throw new RunAborted(`Nothing answers at ${this.base}. ${reason} ${remedy}`);
    } finally {
      hush();
    }
  }

  /** How long the answer may take. If it may take long, a line says so after a while, until it is hushed. */
  #limitOf(request) {
    const { each, first } = this.#timeouts;
    const usual = request.isChat ? Math.max(each, longest.chat) : each;
    if (this.#asked.has(request.path) || first <= usual) return { timeout: usual, hush() {} };

    this.#asked.add(request.path);
    const notice = `Waiting for ${request.method} ${request.path}, up to ${first / 1000} s: it may still be compiling.`;
    const timer = setTimeout(say, each / 3, notice);
    return { timeout: first, hush: () => clearTimeout(timer) };
  }

  #cookiesOf(as) {
    if (typeof as === "object") return as.cookies ?? "";
    // The names are right, and nobody issued the values.
    return as === "forged-cookie" ? (this.a.cookies ?? "").replace(/=[^;]*/g, () => `=${forgedValue()}`) : "";
  }

  /** Waits once when the app says that there were too many requests. */
  async #patiently(request, once) {
    const response = await once();
    this.#hasAnswered = true;
    if (response.status !== 429) return response;

    await response.body?.cancel();
    const { headers } = response;
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-retry-after")) || 10;
    const wait = Math.min(seconds * 1000, longest.rateLimit);
    say(`${titleOf(request)}: 429. Waiting ${wait / 1000} s for the rate limit.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return once();
  }
}

/** Reads a `Set-Cookie` header. */
function toSetCookie(header) {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const [name = ""] = pair.split("=", 1);
  return { name, value: pair.slice(name.length + 1), attributes };
}

function reasonOf(error) {
  if (!(error instanceof Error)) throw error;
  const { message, cause } = error;
  return cause instanceof Error && "code" in cause ? cause.code : message;
}
// #endregion remote-app

// #region print
const secrets = new Set();

/** Nothing that short is a secret, and masking it would spoil the text. */
function keepSecret(text = "") {
  if (text.length >= 8) secrets.add(text);
}

/** Of better-auth's cookies, both as they are sent and the bare token in them. */
function keepSecretsOf(cookies) {
  for (const [, value, token] of cookies.matchAll(/=(([^;.]*)[^;]*)/g)) {
    keepSecret(value);
    keepSecret(token);
  }
}

/** Whatever an app puts into its answers: no cookie and no password is printed. */
function redact(text) {
  let safe = text;
  for (const secret of secrets) safe = safe.replaceAll(secret, "…");
  return safe;
}

/** Results go to standard output. */
const print = (text) => process.stdout.write(`${redact(text)}\n`);

/** What is meant for people goes to standard error. */
const say = (text) => process.stderr.write(`${redact(text)}\n`);
// #endregion print

// #region report
/** What came of a check, as it is printed. */
function resultOf({ name, promise, page }, found) {
  const { result, steps, faults, notes, skipped = "nothing was seen that would show it" } = found;
  const wrong = steps.filter(({ verdict }) => verdict?.isRight === false);
  const right = steps.filter(({ verdict }) => verdict?.isRight && !verdict.isSetup);
  return {
    name,
    promise,
    result,
    skipped: result === "skipped" ? skipped : null,
    faults: [...wrong.map(sentenceOf), ...faults],
    notes,
    observed: right.map(sentenceOf),
    page: `${guide}/docs/${page}`,
  };
}

/** A request, its answer, and what that means. */
function sentenceOf({ answer, verdict }) {
  if (!verdict) return inWords(answer);
  const { isRight, text, mismatch } = verdict;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return `${inWords(answer)}${isRight ? "" : mismatch}. ${sentence}`;
}

/** One test point of TAP version 14, with a YAML block that says why it is not ok. */
function printTap({ name, promise, result, skipped, faults, notes, page }, number) {
  const description = escapeTap(`${name}: ${promise}`);
  const directive = result === "skipped" ? ` # SKIP ${escapeTap(skipped ?? "")}` : "";
  print(`${result === "fails" ? "not ok" : "ok"} ${number} - ${description}${directive}`);
  if (result === "fails") {
    print(["  ---", "  faults:", ...faults.map((fault) => `    - ${JSON.stringify(fault)}`)].join("\n"));
    print(`  page: ${JSON.stringify(page)}\n  ...`);
  }
  for (const note of notes) print(`# ${oneLine(note)}`);
}

const oneLine = (text) => text.replace(/\s+/g, " ");
const escapeTap = (text) => oneLine(text).replace(/[\\#]/g, "\\$&");

/** The results as a table, for a CI job that shows Markdown. */
function markdownOf(results, address, problem) {
  const rows = results.map((row) => {
    const { name, promise, result, skipped, faults, notes, page } = row;
    const remedy = result === "fails" ? [`[Why, and what to do](${page})`] : [];
    const seen = [...faults, ...notes, skipped ?? ""].filter(Boolean).map(escapeMarkdown);
    const cells = [
      `**${name}**: ${escapeMarkdown(promise)}`,
      outcomes[result],
      [...seen, ...remedy].join("<br>"),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const lines = [`## verify.mjs: ${escapeMarkdown(address)}`, "", `${countsOf(results)}.`];
  if (problem !== null) lines.push("", `**Could not verify:** ${escapeMarkdown(problem)}`);
  if (rows.length > 0) lines.push("", "| check | result | what failed |", "| --- | --- | --- |", ...rows);
  return lines.join("\n");
}

const outcomes = { holds: "✓ holds", fails: "✗ **does not hold**", skipped: "– not checked" };
const escapeMarkdown = (text) => oneLine(text).replace(/[\\`*_[\]<>|~]/g, "\\$&");

function countsOf(results) {
  const count = (wanted) => results.filter(({ result }) => result === wanted).length;
  return `${count("holds")} hold, ${count("fails")} fail, ${count("skipped")} not checked`;
}

/** The results in words. */
function summarize(results, address) {
  const having = (wanted) => results.filter(({ result }) => result === wanted);
  for (const { name, promise, faults, page } of having("fails")) {
    say(`\n✗ ${name} does not hold: ${promise}.`);
    for (const fault of faults) say(`    ${fault}`);
    say(`    Why, and what to do: ${page}`);
  }
  for (const { name, notes } of results) {
    for (const note of notes) say(`\n– ${name} was checked in part. ${note}`);
  }
  for (const { name, skipped: reason } of having("skipped")) {
    say(`\n– ${name} was not checked, so not passed: ${reason}.`);
  }
  say(`\n${address}, ${results.length} checks: ${countsOf(results)}.`);
}
// #endregion report

// #region main
/** Makes the attacks in their order. Each result is printed as soon as it is there. */
async function verify(app, { cookies, format }, results) {
  async function make(attack) {
    const found = new Findings();
    await runAttack(attack, app, found);
    const result = resultOf(attack, found);
    results.push(result);
    if (format === "tap") printTap(result, results.length);
    return result.result;
  }

  const [first, ...others] = attacks;
  if ((await make(first)) !== "holds") {
    throw new RunAborted(
      `better-auth does not answer at ${app.base}${app.paths.auth}. Mount its handlers there, or give --auth.`,
    );
  }
  const interrupted = () => cleanUp(app).finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    await enter(app, app.a, cookies.a);
    await enter(app, app.b, cookies.b);
    if (app.a.id === app.b.id) {
      throw new RunAborted("--cookie-a and --cookie-b are the same user's. Give two users'.");
    }
    for (const attack of others) await make(attack);
  } finally {
    process.off("SIGINT", interrupted);
    await cleanUp(app);
  }
  const gates = results.filter(({ name }) => name.startsWith("gate-"));
  if (gates.every(({ result }) => result === "skipped")) {
    throw new RunAborted("It found neither a chat nor threads. Name their paths with --chat and --threads.");
  }
}

/** Deletes what was made, and says what is left. */
async function cleanUp(app) {
  const { left: threads } = await deleteThreads(app);
  const left = (await deleteAccounts(app)).map((email) => `the account ${email}`);
  if (threads > 0) left.unshift(`${threads} ${threads === 1 ? "thread" : "threads"}`);
  if (left.length > 0) say(`Left in your app, because it does not delete them: ${left.join(", ")}.`);
}

async function main(args) {
  const results = [];
  let options;
  let app;
  let problem = null;
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new RunAborted(`This needs Node 20 or newer, and here is ${process.version}.`);
    }
    options = await readOptions(args);
    if (!options) return print(usage);
    app = new RemoteApp(options);
    if (options.format === "tap") print(`TAP version 14\n1..${attacks.length}`);
    await verify(app, options, results);
  } catch (error) {
    const isExpected = error instanceof RunAborted || error instanceof CheckAborted;
    const told = error instanceof Error ? error.stack : error;
    problem = isExpected ? error.message : `A fault of verify.mjs itself. ${told}`;
  }

  const holds = problem === null && results.every(({ result }) => result !== "fails");
  process.exitCode = problem !== null ? 2 : holds ? 0 : 1;
  const address = app?.base ?? null;
  if (options?.format === "json")
    print(JSON.stringify({ address, holds, problem, checks: results }, null, 2));
  else if (app && options?.format === "markdown") print(markdownOf(results, app.base, problem));
  else if (app && problem !== null) print(`Bail out! ${oneLine(problem)}`);
  if (app && problem === null) summarize(results, app.base);
  if (problem !== null) say(`Could not verify: ${problem}`);
}

main(process.argv.slice(2));
// #endregion main
