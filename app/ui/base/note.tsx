import { Clock, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const icons = { plain: Info, warn: Clock, bad: TriangleAlert } as const;

/**
 * What is true of the page or one of its parts. plain: worth knowing · warn: soon, late, stale ·
 * bad: this part failed; offer "Try again" inside. `live` when it appears while somebody reads.
 */
export function Note({
  tone = 'plain',
  icon,
  live = false,
  children,
}: {
  tone?: 'plain' | 'warn' | 'bad';
  icon?: ReactNode;
  live?: boolean;
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={tone === 'plain' ? 'note' : `note ${tone}`} role={live ? 'status' : undefined}>
      {icon ?? <Icon className="ic" aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
