'use client';

import type { ReactNode } from 'react';

/** The order of the list. A choice asks at once; without scripts it goes along with the next search. */
export function SortField({
  form,
  label,
  value,
  children,
}: {
  form: string;
  label: ReactNode;
  value: string;
  /** The choices; the one without a value is the usual order. */
  children: ReactNode;
}) {
  return (
    <label className="row t13 soft">
      {label}{' '}
      <select
        className="in w-auto"
        form={form}
        name="sort"
        defaultValue={value}
        onChange={(event) => event.target.form?.requestSubmit()}
      >
        {children}
      </select>
    </label>
  );
}
