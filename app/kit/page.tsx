export default function KitPage() {
  return (
    <main className="wrap">
      <h1>Kit</h1>
    </main>
  );
}
