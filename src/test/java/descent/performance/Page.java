package descent.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as a page in Markdown. */
record Page(List<Peer> peers, List<Row> rows) {

  private static final double CACHES = 5e7; // bytes; what a work takes beyond is read from memory

  @Override
  public String toString() {
    StringBuilder page = new StringBuilder();
    page.append("# Benchmark\n\nMade by `mvn test -Dtest=Benchmark`; not written by hand.\n\n");
    page.append("- ").append(Machine.description()).append('\n');
    peers.forEach(p -> page.append("- " + p.name() + " " + p.description() + "\n"));
    page.append("- copying, bytes read and written: %s\n".formatted(copying()));
    page.append(
        """

        Microseconds: the median of the rounds (least–most). The ratio is our time over that of the
        fastest peer; the target is about the peer that it names, or else the fastest. The last column
        compares the bytes that the work has to read and write with what copying reaches in the same
        time. The network has 100 epochs, in doubles here and in floats there.

        """);
    page.append("| work | type | size |");
    peers.forEach(peer -> page.append(" " + peer.name() + " |"));
    page.append(" ratio | target | of copying |\n|---|---|---:|");
    page.append("---:|".repeat(peers.size())).append("---:|---|---:|\n");
    rows.forEach(row -> page.append(line(row)));
    return page + losses() + growth();
  }

  private String line(Row row) {
    Work work = row.work();
    boolean arrays = work.bytes() > 0;
    String times = peers.stream().map(p -> cell(row, p.name())).collect(Collectors.joining());
    return "| %s | %s | %s |%s %s | %s | %s |\n"
        .formatted(
            work.name(),
            arrays ? work.type() : "",
            arrays ? number("%,d", work.size()) : "",
            times,
            ratio(row.ratioToBest()),
            target(row),
            share(row));
  }

  private static String cell(Row row, String peer) {
    if (!row.has(peer)) {
      return " |";
    }
    String spread = micros(row.least(peer)) + "–" + micros(row.most(peer));
    return " " + micros(row.median(peer)) + " (" + spread + ") |";
  }

  private String target(Row row) {
    Work work = row.work();
    String text = "";
    if (!Double.isNaN(row.ratioOfTarget()) && !Double.isNaN(work.target())) {
      String whom = work.against() == null ? "" : " of " + work.against();
      text = met(row.ratioOfTarget() <= work.target()) + " ≤ " + work.target() + whom;
    }
    if (!Double.isNaN(work.share())) {
      boolean met = row.bandwidth(JvmPeer.OURS) >= work.share() * bandwidth();
      text += " " + met(met) + number(" ≥ %.0f %% of copying", 100 * work.share());
    }
    return text.strip();
  }

  private static String met(boolean met) {
    return met ? "✓" : "✗";
  }

  private String share(Row row) {
    return row.work().bytes() < CACHES || Double.isNaN(bandwidth())
        ? ""
        : number("%.0f %%", 100 * row.bandwidth(JvmPeer.OURS) / bandwidth());
  }

  /** That of the fastest to copy, which need not be us. */
  private double bandwidth() {
    return rows.stream()
        .filter(row -> row.work().name().equals("copy"))
        .flatMapToDouble(row -> row.times().keySet().stream().mapToDouble(row::bandwidth))
        .max()
        .orElse(Double.NaN);
  }

  private String copying() {
    return Double.isNaN(bandwidth()) ? "not measured" : number("%.1f GB/s", bandwidth() / 1e9);
  }

  private String losses() {
    double[] ratios =
        rows.stream()
            .filter(row -> Work.LOSSES.contains(row.work().name()))
            .mapToDouble(Row::ratioToBest)
            .filter(ratio -> !Double.isNaN(ratio))
            .toArray();
    if (ratios.length == 0) {
      return "";
    }
    long half = Arrays.stream(ratios).filter(r -> r <= 0.5).count();
    long one = Arrays.stream(ratios).filter(r -> r <= 1).count();
    return "\nOf %d rows of losses %d are at most 1.0 and %d at most 0.5.\n"
        .formatted(ratios.length, one, half);
  }

  /** The time of one element, which should not grow. */
  private String growth() {
    if (rows.stream().noneMatch(row -> row.work().isLarge())) {
      return "";
    }
    StringBuilder table = new StringBuilder("\n| ns an element, float |");
    int[] sizes = {100_000, 1_000_000, 10_000_000, 100_000_000};
    for (int size : sizes) {
      table.append(number(" %,d |", size));
    }
    table.append("\n|---|---:|---:|---:|---:|\n");
    for (String name : List.of("MSE", "Adam")) {
      table.append("| " + name + " |");
      for (int size : sizes) {
        Work work = Work.of(name, "float", size);
        table.append(
            rows.stream()
                .filter(row -> row.work().equals(work) && row.has(JvmPeer.OURS))
                .map(row -> number(" %.3f |", 1e9 * row.median(JvmPeer.OURS) / size))
                .findFirst()
                .orElse(" |"));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "" : number("%.2f", ratio);
  }

  static String micros(double seconds) {
    double micros = 1e6 * seconds;
    return number(micros < 10 ? "%.2f" : micros < 1000 ? "%.1f" : "%,.0f", micros);
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
