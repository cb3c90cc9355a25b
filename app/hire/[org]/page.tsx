import { redirect } from 'next/navigation';

export default async function OrganizationPage({ params }: { params: Promise<{ org: string }> }) {
  redirect(`/hire/${(await params).org}/jobs`);
}
