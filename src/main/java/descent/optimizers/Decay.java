package descent.optimizers;

import descent.engine.Require;

/** Checks of what an average keeps from step to step. */
final class Decay {

  private Decay() {}

  static void checked(String name, double decay) {
    Require.that(decay >= 0 && decay < 1, name, decay, "a number, at least 0 and below 1");
  }
}
