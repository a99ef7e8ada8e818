import { flushSync } from "react-dom";
import { listingUrl } from "~/lib/listings/file-url";

/**
 * The HTML of the file to which a listing leads, with the part that the listing shows marked, and the lines highlighted
 * that are highlighted in `part`.
 */
export async function loadWholeFile(href: string, part: string): Promise<string> {
  const response = await fetch(listingUrl(href));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const file = parse(await response.text());
  const region = file.content.querySelector(`[data-region="${href.split("#")[1]}"]`);
  if (!region) throw new Error(`${response.url} has no such part as ${href}`);

  region.classList.add("part");
  const lines = region.querySelectorAll(".line");
  parse(part)
    .content.querySelectorAll(".line")
    .forEach((line, index) => {
      if (line.classList.contains("highlighted")) lines[index]?.classList.add("highlighted");
    });
  return file.innerHTML;
}

function parse(html: string) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template;
}

/**
 * Makes a change to a listing, and scrolls so that its part stays where it is on the screen. A part that is out of sight
 * comes below the listing's bar, or to the foot of the window.
 */
export function keepPartInPlace(figure: HTMLElement | null, change: () => void) {
  if (!figure) return;
  const top = () =>
    (figure.querySelector(".part") ?? figure.querySelector("code"))?.getBoundingClientRect().top ?? 0;
  const belowBar = (figure.querySelector("figcaption")?.getBoundingClientRect().bottom ?? 0) + 16;
  const wanted = Math.min(Math.max(top(), belowBar), innerHeight - 96);
  flushSync(change);
  scrollBy({ top: top() - wanted, behavior: "instant" });
}
