package descent.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers that all peers compute with. Each kind is a file of a million doubles, little-endian,
 * of which a work takes the first ones, and when there are no more, begins again.
 */
final class Inputs {

  static final Path FOLDER = Path.of("target", "benchmark");
  static final int CLASSES = 1000;
  static final int OUTCOMES = 10;
  private static final int LENGTH = 1_000_000;

  private Inputs() {}

  static void write() throws IOException {
    Random random = new Random(1);
    Map<String, double[]> all = new HashMap<>();
    for (String kind : new String[] {"real", "other", "sign", "label", "class", "p", "q"}) {
      all.put(kind, new double[LENGTH]);
    }
    for (int i = 0; i < LENGTH; i++) {
      all.get("real")[i] = 2 * random.nextGaussian();
      all.get("other")[i] = random.nextGaussian();
      all.get("sign")[i] = 2 * random.nextInt(2) - 1;
      all.get("label")[i] = random.nextInt(2);
      all.get("class")[i] = random.nextInt(CLASSES);
      all.get("p")[i] = 0.1 + random.nextDouble();
      all.get("q")[i] = 0.1 + random.nextDouble();
    }
    normalize(all.get("p"));
    normalize(all.get("q"));
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, double[]> one : all.entrySet()) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * LENGTH).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(one.getValue());
      Files.write(FOLDER.resolve(one.getKey() + ".bin"), bytes.array());
    }
  }

  /** Makes rows of distributions. */
  private static void normalize(double[] values) {
    for (int from = 0; from < LENGTH; from += OUTCOMES) {
      double sum = 0;
      for (int k = from; k < from + OUTCOMES; k++) {
        sum += values[k];
      }
      for (int k = from; k < from + OUTCOMES; k++) {
        values[k] /= sum;
      }
    }
  }

  static double[] doubles(String kind, int n) {
    DoubleBuffer all = read(kind);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = all.get(i % LENGTH);
    }
    return values;
  }

  static float[] floats(String kind, int n) {
    DoubleBuffer all = read(kind);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) all.get(i % LENGTH);
    }
    return values;
  }

  static INDArray array(String kind, String type, int n) {
    return type.equals("float")
        ? Nd4j.createFromArray(floats(kind, n))
        : Nd4j.createFromArray(doubles(kind, n));
  }

  private static DoubleBuffer read(String kind) {
    try {
      byte[] bytes = Files.readAllBytes(FOLDER.resolve(kind + ".bin"));
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
