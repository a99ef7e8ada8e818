import { useEffect, useEffectEvent, useRef } from "react";

/** Calls back once, when the element comes within this many pixels of the viewport. */
export function useNear(pixels: number, onNear: () => void) {
  const element = useRef<HTMLElement>(null);
  const near = useEffectEvent(onNear);

  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        near();
      },
      { rootMargin: `${pixels}px` },
    );
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [pixels]);

  return element;
}
