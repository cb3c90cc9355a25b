import { useFormatter } from 'next-intl';

/** A whole number of things or people: 1 130, grouped by a thin space. */
export function Count({ value }: { value: number }) {
  const format = useFormatter();
  return (
    <span className="num">
      {format.number(value, { maximumFractionDigits: 0 }).replaceAll(',', '\u202f')}
    </span>
  );
}
