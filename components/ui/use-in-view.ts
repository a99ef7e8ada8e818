import { useEffect, useEffectEvent, useRef } from "react";

/**
 * Calls back once, when the reader comes near the element: when it shows, or, once they scroll, when it is within this
 * many pixels of the viewport. Until then, who only reads how the page begins should not wait for what comes next.
 */
export function useInView(pixels: number, onNear: () => void) {
  const element = useRef<HTMLElement>(null);
  const near = useEffectEvent(onNear);

  useEffect(() => {
    let observer: IntersectionObserver | undefined;
    function watch(margin: number) {
      observer?.disconnect();
      observer = new IntersectionObserver(
        ([entry]) => {
          if (!entry?.isIntersecting) return;
          stop();
          near();
        },
        { rootMargin: `${margin}px` },
      );
      if (element.current) observer.observe(element.current);
    }
    const onScroll = () => watch(pixels);
    function stop() {
      window.removeEventListener("scroll", onScroll);
      observer?.disconnect();
    }

    watch(0);
    window.addEventListener("scroll", onScroll, { once: true, passive: true });
    return stop;
  }, [pixels]);

  return element;
}
