import { useTranslations } from 'next-intl';
import { Day } from '#app/ui/base/moment.tsx';
import type { IssuerPageOutput } from '#server/credentials/schemas.ts';
import { IssuerHead } from './issuer-head.tsx';
import { KeysOverTime } from './keys-over-time.tsx';
import { Rigour, SeenHere, StatusLists } from './seen-here.tsx';
import { Vouchers } from './vouchers.tsx';

/** Everything known about an issuer, each line with its source and date. */
export function Issuer({ page }: { page: IssuerPageOutput }) {
  const t = useTranslations('issuer');
  const { trust, keys, seen, firstSeenAt, asOf } = page;
  return (
    <div className="stack-6">
      <IssuerHead trust={trust} />
      <Vouchers vouchers={trust.vouchers} name={trust.name} />
      <KeysOverTime keys={keys} now={asOf} />
      <SeenHere seen={seen} />
      {seen.state === 'some' && (
        <>
          <Rigour seen={seen} />
          <StatusLists lists={seen.lists} />
        </>
      )}
      {firstSeenAt !== null && (
        <p className="t13 quiet">{t.rich('firstSeen', { day: () => <Day at={firstSeenAt} /> })}</p>
      )}
    </div>
  );
}
