import { AfterContext } from "next/dist/server/after/after-context";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStoreForAPI } from "next/dist/server/async-storage/request-store";
import { appendMutableCookies } from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { NextRequest } from "next/server";

type WorkStore = NonNullable<ReturnType<typeof workAsyncStorage.getStore>>;
type Arguments = Parameters<typeof createRequestStoreForAPI>;

/**
 * Calls a route handler as Next.js does: in the scope in which its own `headers()`, `cookies()` and `after()` work, and with
 * the cookies that were set there added to the answer. That is internal to Next.js, so only tests may know it.
 */
export async function withinNext(request: Request, handler: (request: Request) => Promise<Response>) {
  const nextRequest = new NextRequest(request);
  const implicitTags: Arguments[2] = { tags: [], expirationsByCacheKind: new Map() };
  const store = createRequestStoreForAPI(
    nextRequest,
    nextRequest.nextUrl,
    implicitTags,
    undefined,
    undefined,
    undefined,
  );
  const afterContext = new AfterContext({
    waitUntil: () => {},
    onClose: () => {},
    onTaskError: (error) => console.error(error),
  });
  const response = await workAsyncStorage.run({ route: "/test", afterContext } as WorkStore, () =>
    workUnitAsyncStorage.run(store, () => handler(nextRequest)),
  );
  appendMutableCookies(response.headers, store.mutableCookies);
  return response;
}
