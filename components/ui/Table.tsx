import type { ComponentProps } from "react";

/** A table in a frame of its own that scrolls where the table is wider than the page. */
export const Table = (props: ComponentProps<"table">) => (
  <div className="table-frame">
    <table {...props} />
  </div>
);
