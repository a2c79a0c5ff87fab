package descent.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Times this library beside ND4J's own operations and, in a Python that is named, NumPy, JAX and
 * PyTorch, all on the same numbers and in turns. Not part of the normal tests; run it with
 *
 * <pre>mvn test -Dtest=Benchmark -Dpython=/path/to/python</pre>
 *
 * <p>Options: {@code -Djdk=home} this library also on another, older JDK; {@code -Dwork=regex} only
 * some works, such as {@code MSE/float}; {@code -Drounds=3}; {@code -Dseconds=1} for each
 * measurement; {@code -Dpage=file} where to write the table ({@code target/benchmark.md}). All use
 * as many threads as there are cores; for one thread run all of it on one core, on Linux with
 * {@code OMP_NUM_THREADS=1 taskset -c 0 mvn test …}.
 */
class Benchmark {

  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "1"));
  private static final Pattern WORK = Pattern.compile(System.getProperty("work", ""));
  private static final Path PAGE = Path.of(System.getProperty("page", "target/benchmark.md"));

  @Test
  void benchmark() throws IOException {
    List<Work> works = Work.all().stream().filter(w -> WORK.matcher(w.toString()).find()).toList();
    assertFalse(works.isEmpty(), "no work is called " + WORK);
    Inputs.write();
    List<Peer> peers = peers();
    try {
      Map<Row, List<Peer>> plan = new LinkedHashMap<>();
      for (Work work : works) {
        if (work.isLarge() && Machine.memory() < 8e9) {
          System.out.println(work + ": left out, it needs 8 GB of memory");
        } else {
          plan.put(new Row(work), work.alone() ? ours(peers) : agreeing(work, peers));
        }
      }
      for (int round = 1; round <= ROUNDS; round++) {
        for (Map.Entry<Row, List<Peer>> entry : plan.entrySet()) {
          time(round, entry.getKey(), entry.getValue());
        }
        write(peers, plan.keySet()); // what there is after each round, should the rest be cut off
      }
    } finally {
      peers.forEach(Peer::close);
    }
  }

  private static void write(List<Peer> peers, Set<Row> rows) throws IOException {
    List<Row> done = rows.stream().filter(row -> row.has(JvmPeer.OURS)).toList();
    Files.createDirectories(PAGE.toAbsolutePath().getParent());
    Files.writeString(PAGE, new Page(peers, done).toString());
    System.out.println("written: " + PAGE);
  }

  private static List<Peer> ours(List<Peer> peers) {
    return peers.stream().filter(peer -> JvmPeer.isOurs(peer.name())).toList();
  }

  /** Returns those that are there, this library first. */
  private static List<Peer> peers() throws IOException {
    List<Peer> all = new ArrayList<>();
    all.add(new JvmPeer(JvmPeer.OURS));
    if (System.getProperty("jdk") != null) {
      all.add(JvmPeer.onJdk(System.getProperty("jdk")));
    }
    all.add(new JvmPeer(JvmPeer.ND4J));
    String python = System.getProperty("python");
    if (python == null) {
      System.out.println("NumPy, JAX, PyTorch missing: -Dpython names no Python that has them");
    } else {
      for (String name : List.of("NumPy", "JAX", "PyTorch")) {
        all.add(new PythonPeer(python, name));
      }
    }
    all.forEach(peer -> System.out.println(peer.name() + " " + peer.description()));
    all.removeIf(Peer::isMissing);
    return all;
  }

  /** Returns the peers that do a work, after seeing that they all get the same numbers. */
  private static List<Peer> agreeing(Work work, List<Peer> peers) {
    List<Peer> agreeing = new ArrayList<>();
    double[] ours = null;
    double tolerance = work.isFloat() ? 1e-4 : 1e-10;
    for (Peer peer : peers) {
      double[] numbers = peer.numbers(work);
      if (numbers != null) {
        ours = ours == null ? numbers : ours;
        assertEquals(ours.length, numbers.length, work + " by " + peer.name());
        for (int i = 0; i < ours.length; i++) {
          String what = work + " by " + peer.name() + " is another work: number " + i;
          assertEquals(ours[i], numbers[i], tolerance * Math.abs(ours[i]), what);
        }
        agreeing.add(peer);
      }
    }
    System.out.println(work + ": agreed by " + agreeing.stream().map(Peer::name).toList());
    return agreeing;
  }

  private static void time(int round, Row row, List<Peer> peers) {
    StringBuilder line = new StringBuilder(round + "/" + ROUNDS + " " + row.work());
    for (Peer peer : peers) {
      double seconds = peer.time(row.work(), SECONDS);
      row.add(peer.name(), seconds);
      line.append("  ").append(peer.name()).append(' ').append(Page.micros(seconds));
    }
    System.out.println(line);
  }
}
