package descent.performance;

/** Who does the works: this library, or one that it is compared with. */
interface Peer extends AutoCloseable {

  String name();

  /** Its version and threads; or why it cannot take part. */
  String description();

  boolean isMissing();

  /** Returns the numbers in which all have to agree, or null if it does not do this work. */
  double[] numbers(Work work);

  /** Returns the seconds of one run, measured for about so long. */
  double time(Work work, double seconds);

  @Override
  default void close() {}
}
