package descent.performance;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: one work by one peer, in a JVM of its own that has seen all works. */
@State(Scope.Benchmark)
public class JvmWork {

  @Param("")
  public String peer;

  @Param("")
  public String work;

  private Task task;

  @Setup
  public void setUp() {
    if (peer.equals(JvmPeer.OURS)) {
      OurTasks.touchAll();
    }
    task = JvmPeer.task(peer, Work.named(work));
  }

  @Benchmark
  public double run() {
    return task.run();
  }
}
