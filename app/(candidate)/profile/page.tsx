import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api, currentPerson } from '#server/api/caller.ts';
import { requirePerson } from '../who.ts';
import { AboutForm } from './about-form.tsx';
import { Addresses } from './addresses.tsx';
import { Blocked } from './blocked.tsx';
import { Dids } from './dids.tsx';
import { EmployersHold } from './employers-hold.tsx';
import { Mails } from './mails.tsx';
import { Sessions } from './sessions.tsx';
import { Sight } from './sight.tsx';
import { StatedSkills } from './stated-skills.tsx';
import { YourData } from './your-data.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('candidate.profile');
  return { title: t('pageTitle') };
}

export default async function ProfilePage() {
  await requirePerson('/profile');
  const caller = await api();
  const [t, profile, addresses, dids, wallet, applications, exports, person] = await Promise.all([
    getTranslations('candidate.profile'),
    caller.profile.get(),
    caller.account.addresses(),
    caller.account.dids(),
    caller.credentials.wallet(),
    caller.applications.mine(),
    caller.privacy.exports(),
    currentPerson(),
  ]);
  return (
    <div className="wrap form stack">
      <h1>{t('title')}</h1>
      <div className="stack-6">
        <Addresses addresses={addresses} credentials={[...wallet.counting, ...wallet.others]} />
        <Dids dids={dids} credentials={[...wallet.counting, ...wallet.others]} />
        <AboutForm profile={profile} />
        <Sight profile={profile} />
        <Mails profile={profile} />
        <StatedSkills stated={profile.stated} />
        <Blocked blocked={profile.blocked} />
        <EmployersHold applications={applications} />
        <Sessions />
        <YourData exports={exports} email={person?.email ?? ''} />
      </div>
    </div>
  );
}
