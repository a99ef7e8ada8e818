import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  isLoss,
  isReport,
  isRequestReport,
  type Order,
  type Report,
  type RequestReport,
} from "~/lib/demo/messages";
import { noteLoss } from "../sandbox/sandbox";

/** The frame of a demo page, below `prefix`: where it is, who is signed in there, and how to tell it something. */
export function useFrame(prefix: string, path: string, onRequest: (report: RequestReport) => void) {
  const element = useRef<HTMLIFrameElement>(null);
  const [address, setAddress] = useState(path);
  const [user, setUser] = useState<Report>();
  const [isMissing, setMissing] = useState(false);

  const receive = useEffectEvent(({ source, origin, data }: MessageEvent) => {
    if (origin !== location.origin || source !== element.current?.contentWindow) return;
    if (isReport(data)) setUser(data);
    if (isRequestReport(data)) onRequest(data);
    if (isLoss(data)) noteLoss();
  });

  useEffect(() => {
    const listen = (event: MessageEvent) => receive(event);
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, []);

  const frame = useCallback(
    (iframe: HTMLIFrameElement) => {
      element.current = iframe;
      const show = () => setAddress(appPath(prefix, iframe.contentWindow?.location));
      function onLoad() {
        // Where the page did not come, the browser shows one of its own, into which nobody may look.
        setMissing(!iframe.contentDocument);
        if (!iframe.contentDocument) return;
        show();
        // Where a browser has no Navigation API, the address is right after each load, and not in between.
        iframe.contentWindow?.navigation?.addEventListener("currententrychange", show);
      }
      iframe.addEventListener("load", onLoad);
      return () => {
        iframe.removeEventListener("load", onLoad);
        element.current = null;
        setUser(undefined);
        setMissing(false);
      };
    },
    [prefix],
  );

  const send = useCallback((order: Order) => {
    element.current?.contentWindow?.postMessage(order, location.origin);
  }, []);

  /** As the button of a real browser does: the address stays. */
  const reload = useCallback(() => {
    setUser(undefined);
    element.current?.contentWindow?.location.reload();
  }, []);

  /** Asks for the demo's page again, where another one stands in its place. */
  const retry = useCallback(() => {
    if (element.current) element.current.src += "";
  }, []);

  return { frame, address, user, isMissing, send, reload, retry };
}

/** The path as the app knows it: without the prefix under which the site shows the app. */
function appPath(prefix: string, location: Location | undefined) {
  if (!location) return "/";
  const { pathname, search } = location;
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname;
  return (path || "/") + search;
}
