export default function Page() {
  return (
    <main>
      <h1>FinanceHub</h1>
      <p>Accounts and what moves between them.</p>
    </main>
  );
}
