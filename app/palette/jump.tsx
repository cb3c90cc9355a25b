'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { goKeys, type PalettePlace } from './places.ts';
import { useGlobalKeys } from './use-global-keys.ts';

// Neither is part of a page before it is asked for.
const Palette = dynamic(() => import('./palette.tsx').then((module) => module.Palette), { ssr: false });
const AllKeys = dynamic(() => import('./all-keys.tsx').then((module) => module.AllKeys), { ssr: false });

/**
 * "Search or jump to": the button of a shell, and the keys of every page. `org` adds what its members find; `wide`
 * fills the rail.
 */
export function Jump({
  places,
  org,
  wide = false,
}: {
  places: readonly PalettePlace[];
  org?: string | undefined;
  wide?: boolean;
}) {
  const t = useTranslations('palette');
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const opener = useRef<Element | null>(null);
  const show = (what: 'palette' | 'keys') => {
    if (open === null) opener.current = document.activeElement;
    setOpen(what);
  };
  useGlobalKeys({
    palette: () => show('palette'),
    allKeys: () => show('keys'),
    go: (letter) => {
      const place = places.find(({ key }) => goKeys[key] === letter);
      if (place) router.push(place.href);
      return place !== undefined;
    },
  });
  const close = () => {
    setOpen(null);
    // What is loaded when it is asked for does not know where the focus was.
    const { current } = opener;
    setTimeout(() => current instanceof HTMLElement && current.isConnected && current.focus());
  };
  return (
    <>
      <button
        type="button"
        className={wide ? 'jump wide' : 'jump'}
        aria-haspopup="dialog"
        onClick={() => show('palette')}
      >
        <Search className="ic" aria-hidden />
        {t(wide ? 'jumpShort' : 'jump')} <Kbd>{t('openKey')}</Kbd>
      </button>
      {open === 'palette' && (
        <Palette places={places} org={org} onClose={close} onAllKeys={() => show('keys')} />
      )}
      {open === 'keys' && <AllKeys places={places} house={org !== undefined} onClose={close} />}
    </>
  );
}
