package descent.losses;

import descent.engine.Domain;
import descent.engine.Elementwise;
import descent.engine.Rowwise;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A loss with arguments that suit it, for tests of all losses at once. A new loss is added to one
 * of the lists, and that is all.
 *
 * @param name what the reference values are found under
 */
record LossSample(String name, Loss loss) {

  /** Losses of single numbers, with the names of their reference values. */
  static List<LossSample> elementwise() {
    return List.of(
        new LossSample("MeanSquaredError", new MeanSquaredError()),
        new LossSample("MeanAbsoluteError", new MeanAbsoluteError()),
        new LossSample("Huber(1)", new Huber(1)),
        new LossSample("Huber(0.3)", new Huber(0.3)),
        new LossSample("SmoothL1(1)", new SmoothL1()),
        new LossSample("SmoothL1(0.2)", new SmoothL1(0.2)),
        new LossSample("LogCosh", new LogCosh()),
        new LossSample("Quantile(0.5)", new Quantile(0.5)),
        new LossSample("Quantile(0.9)", new Quantile(0.9)),
        new LossSample("MeanSquaredLogarithmicError", new MeanSquaredLogarithmicError()),
        new LossSample("PoissonNegativeLogLikelihood", new PoissonNegativeLogLikelihood()),
        new LossSample("BinaryCrossEntropy", new BinaryCrossEntropy()),
        new LossSample("BinaryCrossEntropyWithLogits(1)", new BinaryCrossEntropyWithLogits()),
        new LossSample("BinaryCrossEntropyWithLogits(3)", new BinaryCrossEntropyWithLogits(3)),
        new LossSample("BinaryFocal(2)", new BinaryFocal(2)),
        new LossSample("BinaryFocal(2,0.25)", new BinaryFocal(2, 0.25)),
        new LossSample("BinaryFocal(0)", new BinaryFocal(0)),
        new LossSample("Hinge", new Hinge()),
        new LossSample("SquaredHinge", new SquaredHinge()),
        new LossSample("GeneralRobust(2,1)", new GeneralRobust(2, 1)),
        new LossSample("GeneralRobust(1,1)", new GeneralRobust(1, 1)),
        new LossSample("GeneralRobust(0,1)", new GeneralRobust(0, 1)),
        new LossSample("GeneralRobust(-2,1)", new GeneralRobust(-2, 1)),
        new LossSample(
            "GeneralRobust(-Infinity,1)", new GeneralRobust(Double.NEGATIVE_INFINITY, 1)),
        new LossSample("GeneralRobust(1,0.5)", new GeneralRobust(1, 0.5)),
        new LossSample("GeneralRobust(1e-9,1)", new GeneralRobust(1e-9, 1)),
        new LossSample("GeneralRobust(1.999999999,1)", new GeneralRobust(1.999999999, 1)));
  }

  /** Losses of rows, with the names of their reference values. */
  static List<LossSample> rowwise() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    return List.of(
        new LossSample("GaussianNegativeLogLikelihood", new GaussianNegativeLogLikelihood()),
        new LossSample("CrossEntropy", new CrossEntropy()),
        new LossSample("KullbackLeiblerDivergence", new KullbackLeiblerDivergence()),
        new LossSample("JensenShannonDivergence", new JensenShannonDivergence()),
        new LossSample("SoftmaxCrossEntropy", softmax),
        new LossSample("SoftmaxCrossEntropy(smoothing=0.1)", softmax.withLabelSmoothing(0.1)),
        new LossSample("SoftmaxCrossEntropy(weights=1,2,0.5)", softmax.withClassWeights(1, 2, 0.5)),
        new LossSample(
            "SoftmaxCrossEntropy(weights=1,2,0.5;smoothing=0.1)",
            softmax.withClassWeights(1, 2, 0.5).withLabelSmoothing(0.1)),
        new LossSample("SoftmaxCrossEntropy(ignore=-100)", softmax.ignoring(-100)),
        new LossSample("CategoricalFocal(2)", new CategoricalFocal(2)),
        new LossSample("CategoricalFocal(0)", new CategoricalFocal(0)),
        new LossSample("CategoricalFocal(0.5)", new CategoricalFocal(0.5)),
        new LossSample("CrammerSingerHinge", new CrammerSingerHinge()),
        new LossSample("WestonWatkinsHinge", new WestonWatkinsHinge()),
        new LossSample(
            "GaussianKullbackLeiblerDivergence", new GaussianKullbackLeiblerDivergence()),
        new LossSample(
            "VariationalLoss(MeanSquaredError,1,1)",
            new VariationalLoss(new MeanSquaredError(), 1, 1)),
        new LossSample(
            "VariationalLoss(BinaryCrossEntropyWithLogits,2,0.5)",
            new VariationalLoss(new BinaryCrossEntropyWithLogits(), 2, 0.5)),
        new LossSample("RowSum(SmoothL1(1))", new RowSum(new SmoothL1())),
        new LossSample("GIoU", new GIoU()),
        new LossSample("DetectionLoss(2)", new DetectionLoss(2)),
        new LossSample(
            "DetectionLoss(2;weight=0.5;all)",
            new DetectionLoss(2, new RowSum(new SmoothL1()), 0.5, Double.POSITIVE_INFINITY)),
        new LossSample(
            "ConnectionistTemporalClassification(3,2)",
            new ConnectionistTemporalClassification(3, 2)),
        new LossSample("TokenCrossEntropy(3)", new TokenCrossEntropy(3, 0)),
        new LossSample("TokenCrossEntropy(3;smoothing=0.1)", new TokenCrossEntropy(3, 0, 0.1)),
        new LossSample("PolicyGradient(0)", new PolicyGradient()),
        new LossSample("PolicyGradient(0.1)", new PolicyGradient(0.1)));
  }

  boolean isRowwise() {
    return loss instanceof Rowwise;
  }

  Domain predictionDomain() {
    if (loss instanceof Rowwise rows) {
      return rows.predictions();
    }
    return loss instanceof Elementwise one ? one.predictions() : Domain.REAL;
  }

  Domain targetDomain() {
    if (loss instanceof Rowwise rows) {
      return rows.targets();
    }
    return loss instanceof Elementwise one ? one.targets() : Domain.REAL;
  }

  private int width() {
    if (loss instanceof TokenCrossEntropy) {
      return 6; // two steps
    }
    if (loss instanceof VariationalLoss variational) {
      return 2 + 2 * variational.latent();
    }
    if (loss instanceof GaussianKullbackLeiblerDivergence) {
      return 6;
    }
    if (loss instanceof DetectionLoss detection) {
      return 4 * (detection.classes() + 5);
    }
    if (loss instanceof ConnectionistTemporalClassification) {
      return 12; // four steps of three classes
    }
    return loss instanceof GIoU ? 4 : loss instanceof GaussianNegativeLogLikelihood ? 2 : 3;
  }

  /** Returns [rows, width] random predictions. */
  INDArray predictions(DataType type, int rows) {
    return random(predictionDomain(), 1, type, rows, width());
  }

  /** Returns random targets that belong to them. */
  INDArray targets(DataType type, int rows) {
    if (loss instanceof ConnectionistTemporalClassification) {
      return alignable(type, rows);
    }
    int width = isRowwise() ? ((Rowwise) loss).targetWidth(width()) : width();
    if (loss instanceof TokenCrossEntropy) {
      INDArray tokens = random(Domain.CLASS, 2, type, rows, width);
      tokens.getColumn(0).assign(2); // no row is padding alone
      return tokens;
    }
    INDArray targets = random(targetDomain(), 2, type, rows, width);
    for (int i = 0; i < rows; i++) {
      if (loss instanceof GIoU) { // the second edge is above the first
        for (int j = 0; j < 2; j++) {
          double first = targets.getDouble(i, j);
          targets.putScalar(i, j + 2, first + 0.5 + Math.abs(targets.getDouble(i, j + 2)));
        }
      } else if (loss instanceof DetectionLoss) { // left out, background, and two classes
        for (int a = 0; a < 4; a++) {
          targets.putScalar(i, 5 * a, (i + 2 * a) % 5 == 0 ? 0 : (i + a) % 4 - 1);
        }
      }
    }
    return targets;
  }

  /** Returns one positive weight for each element or row. */
  INDArray weights(int rows) {
    return random(Domain.PROBABILITY, 3, DataType.DOUBLE, rows, isRowwise() ? 1 : width());
  }

  /** Returns rows of a number of steps and up to two labels that fit into them. */
  private static INDArray alignable(DataType type, int rows) {
    double[][] array = new double[rows][];
    Random random = new Random(2);
    for (int i = 0; i < rows; i++) {
      double first = 1 + random.nextInt(2);
      array[i] = new double[] {3 + random.nextInt(2), first, random.nextInt(3)};
    }
    return Nd4j.create(array).castTo(type);
  }

  private static INDArray random(Domain domain, long seed, DataType type, int rows, int width) {
    double[][] array = new double[rows][width];
    Random random = new Random(seed);
    for (double[] row : array) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        row[j] =
            switch (domain) {
              case REAL -> random.nextGaussian() * 3;
              case PROBABILITY -> 0.01 + 0.98 * random.nextDouble();
              case ABOVE_MINUS_ONE -> Math.exp(random.nextGaussian()) - 0.9;
              case NON_NEGATIVE -> Math.exp(random.nextGaussian());
              case BINARY -> random.nextInt(2);
              case SIGN -> 2 * random.nextInt(2) - 1;
              case CLASS -> random.nextInt(3);
              case DISTRIBUTION -> 0.1 + random.nextDouble();
            };
        sum += row[j];
      }
      if (domain == Domain.DISTRIBUTION) {
        for (int j = 0; j < width; j++) {
          row[j] /= sum;
        }
      }
    }
    return Nd4j.create(array).castTo(type);
  }

  @Override
  public String toString() {
    return name;
  }
}
