import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function ApplyLoading() {
  return (
    <div className="wrap">
      <LoadingRows whole rows={8} />
    </div>
  );
}
