import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function VerifyLoading() {
  return (
    <div className="wrap">
      <LoadingRows whole rows={8} />
    </div>
  );
}
