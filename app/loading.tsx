import { LoadingRows } from '#app/ui/base/loading-rows.tsx';

/** For any page without a shape of its own; shows after 300 ms. */
export default function Loading() {
  return (
    <main className="wrap">
      <LoadingRows rows={6} />
    </main>
  );
}
