import type { CSSProperties } from 'react';
import type { CoveragePart } from './shapes.ts';

type WidthStyle = CSSProperties & { '--w': number };

/** Over more than this, the ruler names must-haves only. */
const allNamed = 12;

/** Short names over a column of bars. Decoration for the eye: each bar says its own names. */
export function Ruler({
  parts,
}: {
  parts: readonly Pick<CoveragePart, 'requirementId' | 'short' | 'weight' | 'must'>[];
}) {
  const crowded = parts.length > allNamed;
  return (
    <span className="ruler" aria-hidden="true">
      {parts.map((part) => {
        const style: WidthStyle = { '--w': part.weight };
        return (
          <span key={part.requirementId} className={part.must ? 'm' : undefined} style={style}>
            {crowded && !part.must ? '' : part.short}
          </span>
        );
      })}
    </span>
  );
}
