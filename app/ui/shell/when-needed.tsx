'use client';

import dynamic from 'next/dynamic';

/*
 * What a stranger on a public page does not need is not part of that page: it is loaded when it is rendered. A page
 * carries every client module that its server components import, whether it shows it or not; only a client module can
 * leave something for later.
 */

export const ProcedureProvider = dynamic(() =>
  import('#app/trpc/client.tsx').then((module) => module.ProcedureProvider),
);
export const ToastProvider = dynamic(() =>
  import('#app/ui/base/toast.tsx').then((module) => module.ToastProvider),
);
export const Bell = dynamic(() => import('#app/ui/notices/bell.tsx').then((module) => module.Bell));
export const AccountMenu = dynamic(() => import('./account-menu.tsx').then((module) => module.AccountMenu));
export const Jump = dynamic(() => import('#app/palette/jump.tsx').then((module) => module.Jump));
