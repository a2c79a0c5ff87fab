package descent.schedules;

/**
 * How far a run has come: what a schedule may look at.
 *
 * @param step the number of steps already taken, 0 before the first
 * @param value the objective's value before this step; NaN if it is not known
 */
public record Progress(int step, double value) {}
