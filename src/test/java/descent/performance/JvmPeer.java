package descent.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * This library or ND4J, timed by JMH in a new JVM each time, with the options of the kernel.
 *
 * @param name the name; that of this library on another JDK begins with {@link #OURS}, too
 * @param home where the JDK is
 */
record JvmPeer(String name, String home) implements Peer {

  static final String OURS = "Descent";
  static final String ND4J = "ND4J";

  private static final String THIS_HOME = System.getProperty("java.home");

  JvmPeer(String name) {
    this(name, THIS_HOME);
  }

  /** Returns this library on another JDK, an older one. */
  static JvmPeer onJdk(String home) throws IOException {
    return new JvmPeer(OURS + ", JDK " + versionOf(home).split("\\.")[0], home);
  }

  private static String versionOf(String home) throws IOException {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(home, "release"))) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }

  static boolean isOurs(String name) {
    return name.startsWith(OURS);
  }

  static Task task(String peer, Work work) {
    return peer.equals(OURS) ? OurTasks.of(work) : Nd4jTasks.of(work);
  }

  @Override
  public String description() {
    if (name.equals(ND4J)) {
      return version() + ", threads: " + Nd4j.getEnvironment().maxThreads();
    }
    try {
      return "JDK " + versionOf(home) + ", threads: " + Machine.cores();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version() {
    String file = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = Nd4j.class.getResourceAsStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
    return properties.getProperty("version");
  }

  @Override
  public boolean isMissing() {
    return false;
  }

  @Override
  public double[] numbers(Work work) {
    if (work.name().equals("launch")) {
      return isOurs(name) ? new double[0] : null;
    }
    Task task = task(isOurs(name) ? OURS : ND4J, work);
    return task == null ? null : task.numbers();
  }

  @Override
  public double time(Work work, double seconds) {
    if (work.name().equals("launch")) {
      return Launch.seconds("java", home);
    }
    OptionsBuilder options = new OptionsBuilder();
    options.include(JvmWork.class.getName()).param("work", work.toString());
    options.param("peer", isOurs(name) ? OURS : ND4J).jvm(Path.of(home, "bin", "java").toString());
    options.mode(Mode.AverageTime).timeUnit(TimeUnit.SECONDS).forks(1);
    // in less than a second the compiler is not done, and takes a core for itself
    options.warmupIterations(1).warmupTime(time(Math.max(1, 3 * seconds)));
    options.measurementIterations(5).measurementTime(time(seconds / 5));
    options.jvmArgs(jvm(work).toArray(String[]::new));
    options.verbosity(VerboseMode.SILENT).shouldFailOnError(true);
    try {
      return new Runner(options.build())
          .runSingle()
          .getPrimaryResult()
          .getStatistics()
          .getPercentile(50);
    } catch (RunnerException e) {
      throw new AssertionError(name + ", " + work, e);
    }
  }

  private static TimeValue time(double seconds) {
    return TimeValue.milliseconds(Math.round(1000 * seconds));
  }

  /** The options that lab gives the kernel; only the largest arrays need more memory. */
  private List<String> jvm(Work work) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-Xms64m", work.isLarge() ? "-Xmx3g" : "-Xmx512m", "-Xmn24m"));
    options.addAll(List.of("-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10"));
    options.add("-XX:MaxHeapFreeRatio=30");
    options.add("-Dorg.bytedeco.javacpp.maxbytes=" + (work.isLarge() ? "2g" : "1g"));
    options.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + (work.isLarge() ? "6g" : "1500m"));
    options.add("-Djava.awt.headless=true");
    if (home.equals(THIS_HOME) && Runtime.version().feature() >= 24) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }
}
