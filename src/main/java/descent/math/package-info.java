/**
 * Exponentials, logarithms and what follows from them, of many numbers at once. The loops are
 * written so that the JIT compiler turns them into vector instructions, and give the same digits on
 * every machine and in every version of Java. Exponential, logarithm and hyperbolic tangent are
 * within 2 ulp of the true value, logistic function and softplus within 3; {@code FunctionsTest}
 * holds them to values of fifty digits. They are fast where the processor has a fused multiply-add,
 * as those since about 2013 do.
 */
package descent.math;
