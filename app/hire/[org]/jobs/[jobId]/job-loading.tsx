import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

export function JobLoading() {
  return (
    <div className="hire-body">
      <LoadingRows whole rows={10} />
    </div>
  );
}
