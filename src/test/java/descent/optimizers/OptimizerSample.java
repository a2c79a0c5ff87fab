package descent.optimizers;

import descent.models.Parameters;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;
import java.util.function.Function;

/**
 * How to make an optimizer, for tests of all of them at once. A new one is added to the list, and
 * that is all.
 *
 * @param name what the reference values are found under
 * @param maker makes it from its learning rate and the number of parameters
 */
record OptimizerSample(String name, Maker maker) {

  /** Makes an optimizer. */
  interface Maker {
    FirstOrderOptimizer make(LearningRateSchedule rate, int parameters);
  }

  static OptimizerSample of(
      String name, Function<LearningRateSchedule, FirstOrderOptimizer> maker) {
    return new OptimizerSample(name, (rate, parameters) -> maker.apply(rate));
  }

  /** All of the library's, with the names of their reference values. */
  static List<OptimizerSample> ours() {
    return List.of(
        of("GradientDescent", GradientDescent::new),
        of("Momentum(0.9)", rate -> new Momentum(rate, 0.9)),
        of("Momentum(0.5)", rate -> new Momentum(rate, 0.5)),
        of("Nesterov(0.9)", rate -> new Nesterov(rate, 0.9)),
        of("Nesterov(0.5)", rate -> new Nesterov(rate, 0.5)),
        of("AcceleratedGradient", AcceleratedGradient::new),
        of("Adagrad(1e-10)", rate -> new Adagrad(rate, 1e-10)),
        of("Adagrad(1e-3)", rate -> new Adagrad(rate, 1e-3)),
        of("RMSprop(0.99,1e-8)", rate -> new RMSprop(rate, 0.99, 1e-8, false)),
        of("RMSprop(0.9,1e-3)", rate -> new RMSprop(rate, 0.9, 1e-3, false)),
        of("RMSprop(0.99,1e-8,centered)", rate -> new RMSprop(rate, 0.99, 1e-8, true)),
        of("RMSprop(0.9,1e-3,centered)", rate -> new RMSprop(rate, 0.9, 1e-3, true)),
        of("Adadelta(0.9,1e-6)", rate -> new Adadelta(rate, 0.9, 1e-6)),
        of("Adadelta(0.95,1e-3)", rate -> new Adadelta(rate, 0.95, 1e-3)),
        of("Adam(0.9,0.999,1e-8)", Adam::new),
        of("Adam(0.8,0.99,1e-3)", rate -> new Adam(rate, 0.8, 0.99, 1e-3, true)),
        of("Adam(uncorrected)", rate -> new Adam(rate, 0.9, 0.999, 1e-8, false)),
        of("AdamW(0.9,0.999,1e-8,0.01)", rate -> new AdamW(rate, 0.9, 0.999, 1e-8, 0.01)),
        of("AdamW(0.8,0.99,1e-3,0.5)", rate -> new AdamW(rate, 0.8, 0.99, 1e-3, 0.5)),
        of("AMSGrad(0.9,0.999,1e-8)", rate -> new AMSGrad(rate, 0.9, 0.999, 1e-8)),
        of("AMSGrad(0.8,0.9,1e-3)", rate -> new AMSGrad(rate, 0.8, 0.9, 1e-3)),
        of("AdaMax(0.9,0.999,1e-8)", rate -> new AdaMax(rate, 0.9, 0.999, 1e-8)),
        of("AdaMax(0.8,0.9,1e-3)", rate -> new AdaMax(rate, 0.8, 0.9, 1e-3)),
        of("NAdam(0.9,0.999,1e-8)", rate -> new NAdam(rate, 0.9, 0.999, 1e-8)),
        of("NAdam(0.8,0.99,1e-3)", rate -> new NAdam(rate, 0.8, 0.99, 1e-3)),
        of("RAdam(0.9,0.999,1e-8)", rate -> new RAdam(rate, 0.9, 0.999, 1e-8)),
        of("RAdam(0.8,0.99,1e-3)", rate -> new RAdam(rate, 0.8, 0.99, 1e-3)),
        of("Yogi(0.9,0.999,1e-3)", rate -> new Yogi(rate, 0.9, 0.999, 1e-3)),
        of("Yogi(0.8,0.9,1e-8)", rate -> new Yogi(rate, 0.8, 0.9, 1e-8)),
        of("Lion(0.9,0.99,0)", rate -> new Lion(rate, 0.9, 0.99, 0)),
        of("Lion(0.8,0.95,0.5)", rate -> new Lion(rate, 0.8, 0.95, 0.5)),
        new OptimizerSample(
            "LAMB(0.9,0.999,1e-6,0)",
            (rate, n) -> new LAMB(rate, 0.9, 0.999, 1e-6, 0, twoLayers(n))),
        new OptimizerSample(
            "LAMB(0.8,0.99,1e-3,0.5)",
            (rate, n) -> new LAMB(rate, 0.8, 0.99, 1e-3, 0.5, twoLayers(n))),
        of("Rprop", Rprop::new));
  }

  /** Returns a map in which the last parameter is a layer of its own. */
  private static Parameters twoLayers(int parameters) {
    return Parameters.of("W", parameters - 1).and("b", 1);
  }

  FirstOrderOptimizer with(LearningRateSchedule rate, int parameters) {
    return maker.make(rate, parameters);
  }

  FirstOrderOptimizer with(double rate, int parameters) {
    return with(new Constant(rate), parameters);
  }

  boolean isElementwise() {
    return with(1, 2) instanceof ElementwiseOptimizer;
  }

  @Override
  public String toString() {
    return name;
  }
}
