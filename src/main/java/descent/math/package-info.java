/**
 * Exponentials, logarithms and what follows from them, of many numbers at once. The loops are
 * written so that the JIT compiler turns them into vector instructions, and give the same digits on
 * every machine and in every version of Java. Each value is within 2 ulp of the true one; {@code
 * FunctionsTest} holds them to values of fifty digits.
 */
package descent.math;
