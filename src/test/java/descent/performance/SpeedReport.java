package descent.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.losses.ElementwiseLoss;
import descent.losses.Loss;
import descent.losses.MeanAbsoluteError;
import descent.losses.MeanSquaredError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times a loss and its gradient beside the same work in ND4J operations, and prints the ratios. Not
 * part of the normal tests; run it with
 *
 * <pre>mvn test -Dtest=SpeedReport</pre>
 */
class SpeedReport {

  /** A loss as a reader writes it in a notebook cell. */
  record OfAReader() implements ElementwiseLoss {
    @Override
    public double loss(double prediction, double target) {
      double e = prediction - target;
      return e * e;
    }

    @Override
    public double slope(double prediction, double target) {
      return 2 * (prediction - target);
    }
  }

  @Test
  void lossAndGradient() {
    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
      for (int n : new int[] {1_000, 1_000_000}) {
        report(type, n);
      }
    }
  }

  private static void report(DataType type, int n) {
    INDArray p = Nd4j.randn(type, n);
    INDArray t = Nd4j.randn(type, n);
    INDArray g = Nd4j.create(type, n);
    Map<String, Runnable> work = new LinkedHashMap<>();
    double[] value = new double[1];
    work.put("ND4J, in place", () -> value[0] = inPlace(p, t, g));
    work.put("ND4J, textbook", () -> value[0] = textbook(p, t, g));
    for (Loss loss : List.of(new MeanSquaredError(), new OfAReader(), new MeanAbsoluteError())) {
      work.put(loss.toString(), () -> value[0] = loss.evaluate(p, t, g));
    }
    double expected = inPlace(p, t, g);
    for (String name : List.of("ND4J, textbook", "MeanSquaredError[]", "OfAReader[]")) {
      work.get(name).run();
      assertEquals(expected, value[0], (type == DataType.FLOAT ? 1e-3 : 1e-12) * expected, name);
    }
    Map<String, Double> medians = Timing.medians(work, Math.max(20, 2_000_000 / n));
    double peer = medians.get("ND4J, in place");
    System.out.printf("%nvalue and gradient, %,d %ss%n", n, type.name().toLowerCase());
    medians.forEach(
        (name, time) ->
            System.out.printf(
                "  %-20s %10.2f µs   %5.2f × ND4J in place%n", name, time / 1e3, time / peer));
  }

  private static double inPlace(INDArray p, INDArray t, INDArray g) {
    long n = p.length();
    g.assign(p).subi(t);
    double norm = g.norm2Number().doubleValue();
    g.muli(2.0 / n);
    return norm * norm / n;
  }

  private static double textbook(INDArray p, INDArray t, INDArray g) {
    INDArray error = p.sub(t);
    double value = error.mul(error).meanNumber().doubleValue();
    g.assign(error.mul(2).div(p.length()));
    return value;
  }
}
