package descent.networks;

import descent.math.HyperbolicTangent;

/**
 * The hyperbolic tangent of each number: between −1 and 1, with slope 1 at 0.
 *
 * <pre>
 * y = tanh x          dy/dx = 1 − y²
 * </pre>
 */
public record Tanh() implements Layer {

  @Override
  public void forward(Pass p) {
    HyperbolicTangent.of(p.x, p.y, p.rows * p.inputs);
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] = p.dy[i] * (1 - p.y[i] * p.y[i]);
    }
  }
}
