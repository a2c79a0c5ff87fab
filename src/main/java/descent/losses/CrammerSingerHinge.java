package descent.losses;

import descent.engine.Domain;

/**
 * Multi-class hinge loss of Crammer and Singer: the true class has to be ahead of the best other
 * one by a margin of 1.
 *
 * <pre>
 * j* = the best of the classes other than y
 * ℓ(z, y)  = max(0, 1 + z_j* − z_y)
 * ∂ℓ/∂z    = +1 at j*, −1 at y, 0 elsewhere; 0 everywhere if the margin is kept
 * </pre>
 *
 * <p>Predictions: scores, [rows, classes], any finite numbers. Targets: class numbers, [rows] or
 * [rows, 1]. Where several other classes are best, j* is the first of them. With a single class the
 * loss is 0. {@link WestonWatkinsHinge} adds up over all other classes. As {@code hinge_loss} in
 * scikit-learn.
 *
 * <p>Source: Crammer and Singer 2001, JMLR 2:265–292.
 */
public record CrammerSingerHinge() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int y = (int) target[0];
    int best = -1;
    for (int j = 0; j < prediction.length; j++) {
      gradient[j] = 0;
      if (j != y && (best < 0 || prediction[j] > prediction[best])) {
        best = j;
      }
    }
    double loss = best < 0 ? 0 : 1 + prediction[best] - prediction[y];
    if (loss <= 0) {
      return 0;
    }
    gradient[best] = 1;
    gradient[y] = -1;
    return loss;
  }

  @Override
  public Domain targets() {
    return Domain.CLASS;
  }
}
