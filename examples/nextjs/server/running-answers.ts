import "server-only";
import { UI_MESSAGE_STREAM_HEADERS } from "ai";
import {
  createInMemoryResumableStreamStore,
  createResumableStreamContext,
} from "assistant-stream/resumable";
import { after } from "next/server";

interface Running {
  stop(): void;
  /** Settles when the answer has ended, and is stored as far as it came. */
  ended: PromiseWithResolvers<void>;
}

function create() {
  const running = new Map<string, Running>();
  function end(key: string) {
    running.get(key)?.ended.resolve();
    running.delete(key);
  }
  const streams = createResumableStreamContext({
    // It keeps the words of an answer in this process. With several instances, take
    // the store of `assistant-stream/resumable/redis`, and tell all of them to stop.
    store: createInMemoryResumableStreamStore({ gcIntervalMs: 60_000 }),
    // A silence of the model may be as long. An answer that has ended can be joined
    // for as long.
    ttlMs: 10 * 60_000,
    // A server that shuts down waits for the answers that are running.
    waitUntil: after,
    onFinalize: end,
    onError: end,
  });
  return { running, streams };
}

// Next.js loads a module once for each bundle, and there is one list of answers.
const shared = globalThis as { answers?: ReturnType<typeof create> };
shared.answers ??= create();
const { running, streams } = shared.answers;

/**
 * Names the answer to a question. The id of the session is random and never leaves the
 * server, so nobody else can name the answer.
 */
export const answerKey = (sessionId: string, threadId: string, questionId: string) =>
  `${sessionId}:${threadId}:${questionId}`;

// #region run
/**
 * Starts an answer, and responds with it. It runs to its end though its reader leaves:
 * only `signal` stops it. A question that is asked again while its answer is running
 * joins that answer.
 */
export async function runAnswer(
  key: string,
  answer: (signal: AbortSignal) => Response,
) {
  if (!running.has(key)) await streams.delete(key);
  const body = await streams.run(key, () => {
    const controller = new AbortController();
    running.set(key, {
      stop: () => controller.abort(),
      ended: Promise.withResolvers(),
    });
    const { body } = answer(controller.signal);
    if (!body) throw new Error("The answer has no words to stream.");
    return body;
  });
  return streamResponse(body);
}
// #endregion run

// #region join
/** The answer from its first word, or undefined if there is none to join. */
export async function joinAnswer(key: string) {
  const body = await streams.resume(key);
  return body ? streamResponse(body) : undefined;
}

/** Stops an answer, and the bill. Returns when what was said is stored. */
export async function stopAnswer(key: string) {
  const answer = running.get(key);
  answer?.stop();
  await answer?.ended.promise;
}
// #endregion join

/** Stops whatever is being answered in a thread that was deleted. */
export async function stopAnswersIn(sessionId: string, threadId: string) {
  const prefix = answerKey(sessionId, threadId, "");
  const keys = running.keys().filter((key) => key.startsWith(prefix));
  await Promise.all([...keys].map(stopAnswer));
}

const streamResponse = (body: ReadableStream<Uint8Array>) =>
  new Response(body, { headers: UI_MESSAGE_STREAM_HEADERS });
