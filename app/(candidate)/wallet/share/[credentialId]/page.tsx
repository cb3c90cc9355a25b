import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProof } from '#app/proof/[candidateId]/[credentialId]/read-proof.ts';
import { readOrigin } from '#app/read-origin.ts';
import { currentPerson } from '#server/api/caller.ts';
import { requirePerson } from '../../../who.ts';
import { BadgeSharing } from './badge-sharing.tsx';

type Params = Promise<{ credentialId: string }>;

/** The person's own credential with this id, or null. */
async function findOwn(credentialId: string) {
  const person = await currentPerson();
  return person === null ? null : readProof(person.accountId, credentialId);
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [t, own] = await Promise.all([getTranslations('share.badge'), findOwn((await params).credentialId)]);
  return { title: own === null ? t('crumb') : t('pageTitle', { title: own.title }) };
}

export default async function ShareBadgePage({ params }: { params: Params }) {
  const { credentialId } = await params;
  await requirePerson(`/wallet/share/${credentialId}`);
  const [own, origin, person] = await Promise.all([findOwn(credentialId), readOrigin(), currentPerson()]);
  if (own === null || person === null) notFound();
  return <BadgeSharing credential={own} origin={origin} holderName={own.holderName ?? person.name} />;
}
