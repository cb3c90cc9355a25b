/**
 * A table that becomes labelled lines on a phone.
 * biome-ignore-all lint/a11y/noRedundantRoles: `display: block` costs a table its roles in some browsers
 */
import type { ComponentProps, ReactNode } from 'react';

/** `label` names the table; `line` puts the cells of a row into one line on a phone. */
export function StackTable({
  label,
  line = false,
  head,
  children,
}: {
  label: string;
  line?: boolean;
  /** Column heads: words, or words with a width. */
  head: readonly (string | { label: ReactNode; key: string; width?: string; end?: boolean })[];
  children: ReactNode;
}) {
  return (
    <table className={line ? 'st line' : 'st'} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((column) =>
            typeof column === 'string' ? (
              <th key={column} scope="col" role="columnheader">
                {column}
              </th>
            ) : (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={column.end ? 'r' : undefined}
                style={column.width === undefined ? undefined : { inlineSize: column.width }}
              >
                {column.label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** One row. */
export function Row({ children, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr role="row" {...rest}>
      {children}
    </tr>
  );
}

/** The cell that names its row. */
export function RowHead({ children, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="row" role="rowheader" {...rest}>
      {children}
    </th>
  );
}

/** A cell; `label` is its column's head, shown beside it on a phone. */
export function Cell({ label, children, ...rest }: { label: string } & ComponentProps<'td'>) {
  return (
    <td role="cell" data-l={label} {...rest}>
      {children}
    </td>
  );
}
