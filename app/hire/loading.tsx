import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export default function HireLoading() {
  return (
    <div className="wrap">
      <LoadingRows rows={6} />
    </div>
  );
}
