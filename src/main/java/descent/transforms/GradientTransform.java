package descent.transforms;

/** Something that is done to a gradient before an optimizer gets it, such as clipping. */
public interface GradientTransform {

  /**
   * Changes a gradient in place.
   *
   * @param theta θ, where the gradient was taken; not to be changed
   * @param gradient the gradient, finite; changed in place
   */
  void apply(double[] theta, double[] gradient);
}
