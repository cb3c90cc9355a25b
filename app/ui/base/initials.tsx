/** First letters of the first and last name; the only picture a person has here. */
export function Initials({ name }: { name: string }) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (
    <span className="init" aria-hidden="true">
      {`${first}${last}`.toLocaleUpperCase()}
    </span>
  );
}
