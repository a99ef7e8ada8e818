/** A section or a file that was found, in the shape of fumadocs' results. */
export interface SearchResult {
  id: string;
  type: "heading";
  url: string;
  /** Where it is: the page, and the heading unless it is the page's own. */
  breadcrumbs: string[];
  /** The words around what matched, which stands in `<mark>`. */
  content: string;
  /** It has none of the words. Its heading looks like them. */
  isNear: boolean;
}
