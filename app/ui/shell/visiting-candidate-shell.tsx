import { CandidateFrame, type CandidateShellProps, type ShellParts } from './candidate-frame.tsx';
import { AccountMenu, Bell, Jump, ProcedureProvider, ToastProvider } from './when-needed.tsx';

const parts: ShellParts = { ProcedureProvider, ToastProvider, Jump, Bell, AccountMenu };

/** A candidate's shell around pages for anybody, which strangers open without loading it. */
export function VisitingCandidateShell(props: CandidateShellProps) {
  return <CandidateFrame parts={parts} {...props} />;
}
