package descent.optimizers;

/**
 * What is the same for every coordinate in a step.
 *
 * @param t the number of the step, from 1
 * @param rate the learning rate η of this step
 */
public record Step(int t, double rate) {}
