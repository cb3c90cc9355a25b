import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function ApplyLoading() {
  return (
    <div className="wrap">
      <LoadingRows rows={8} />
    </div>
  );
}
