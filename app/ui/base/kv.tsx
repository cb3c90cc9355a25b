import type { ReactNode } from 'react';

/** Facts: name and value, `lined` as a ledger. */
export function KeyValues({ lined = true, children }: { lined?: boolean; children: ReactNode }) {
  return <dl className={lined ? 'kv lined' : 'kv'}>{children}</dl>;
}

/** One fact. */
export function KeyValue({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
