package descent.losses;

import descent.engine.Domain;

/**
 * Multi-class hinge loss of Weston and Watkins: each class that is not behind the true one by a
 * margin of 1 costs.
 *
 * <pre>
 * ℓ(z, y)  = Σ over j ≠ y of max(0, 1 + zⱼ − z_y)
 * ∂ℓ/∂zⱼ   = 1 where the margin is violated, 0 elsewhere;   ∂ℓ/∂z_y = −(how many are violated)
 * </pre>
 *
 * <p>Predictions: scores, [rows, classes], any finite numbers. Targets: class numbers, [rows] or
 * [rows, 1]. With a single class the loss is 0. PyTorch's {@code multi_margin_loss} is this divided
 * by the number of classes. {@link CrammerSingerHinge} looks at the worst of the classes only.
 *
 * <p>Source: Weston and Watkins 1999, "Support vector machines for multi-class pattern
 * recognition", ESANN, pages 219–224.
 */
public record WestonWatkinsHinge() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int y = (int) target[0];
    double loss = 0;
    int violated = 0;
    for (int j = 0; j < prediction.length; j++) {
      double margin = 1 + prediction[j] - prediction[y];
      boolean costs = j != y && margin > 0;
      gradient[j] = costs ? 1 : 0;
      loss += costs ? margin : 0;
      violated += costs ? 1 : 0;
    }
    gradient[y] = -violated;
    return loss;
  }

  @Override
  public Domain targets() {
    return Domain.CLASS;
  }
}
