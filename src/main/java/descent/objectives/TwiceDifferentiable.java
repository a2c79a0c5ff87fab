package descent.objectives;

/** An objective that also knows its second derivatives. */
public interface TwiceDifferentiable extends Objective {

  /**
   * Fills in the matrix of second derivatives.
   *
   * @param theta the parameters θ; not changed
   * @param hessian filled with ∂²f/∂θᵢ∂θⱼ, as many rows and columns as θ has numbers
   */
  void hessian(double[] theta, double[][] hessian);
}
