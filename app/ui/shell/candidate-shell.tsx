import { Jump } from '#app/palette/jump.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import { ToastProvider } from '#app/ui/base/toast.tsx';
import { Bell } from '#app/ui/notices/bell.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CandidateFrame, type CandidateShellProps, type ShellParts } from './candidate-frame.tsx';

const parts: ShellParts = { ProcedureProvider, ToastProvider, Jump, Bell, AccountMenu };

/** The shell of a candidate's own pages: they answer as soon as they are there. */
export function CandidateShell(props: CandidateShellProps) {
  return <CandidateFrame parts={parts} {...props} />;
}
