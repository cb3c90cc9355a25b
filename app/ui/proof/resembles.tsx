import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { issuerPath } from './issuer-name.tsx';
import { Mark } from './mark.tsx';

/** What may lead to a mistake about who issued it: said, and never counted. */
export function Resembles({
  trust,
}: {
  trust: {
    host: string | null;
    resembles: {
      by: 'name' | 'host' | 'mixed-scripts';
      id: string | null;
      name: string | null;
    } | null;
  };
}) {
  const t = useTranslations('issuer.resembles');
  if (trust.resembles === null) return null;
  const { by, id, name } = trust.resembles;
  return (
    <p className="row top flex-nowrap t13 text-unsure">
      <Mark kind="unknown" />
      <span>
        {t.rich(by, {
          other: () => (id === null ? null : <AppLink href={issuerPath(id)}>{name}</AppLink>),
          host: () => (
            <span className="mono" dir="ltr">
              {trust.host}
            </span>
          ),
        })}
      </span>
    </p>
  );
}
