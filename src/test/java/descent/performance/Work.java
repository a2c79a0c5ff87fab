package descent.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the benchmark.
 *
 * @param name what is done
 * @param type float or double
 * @param size how many numbers it is done to
 * @param target what the ratio of our time to the peer's should be at most; NaN for none
 * @param against the peer that the target is about; null for the fastest
 * @param share the share of the copy bandwidth to reach; NaN for none
 */
record Work(String name, String type, int size, double target, String against, double share) {

  static final List<String> LOSSES = List.of("MSE", "MAE", "Huber", "hinge", "BCE", "KL");
  static final List<String> OPTIMIZERS = List.of("SGD", "momentum", "Adam");

  /** From here on a work has rows that only we do: they show how the time grows. */
  private static final int LARGE = 100_000_000;

  static Work of(String name, String type, int size) {
    if (!name.equals("Adam")) {
      String against = name.equals("network") || name.equals("launch") ? "PyTorch" : null;
      double target = name.equals("copy") ? Double.NaN : name.equals("network") ? 0.5 : 1;
      return new Work(name, type, size, target, against, Double.NaN);
    }
    double share = size == 10_000_000 ? 0.8 : Double.NaN;
    return new Work(name, type, size, size <= 10_000 ? 0.3 : 1, "PyTorch", share);
  }

  static List<Work> all() {
    List<Work> all = new ArrayList<>();
    all.add(of("copy", "float", 25_000_000));
    for (String loss : LOSSES) {
      for (String type : List.of("float", "double")) {
        for (int size : new int[] {1_000, 1_000_000, 10_000_000}) {
          all.add(of(loss, type, size));
        }
      }
    }
    all.add(of("softmax", "float", 4_096_000));
    for (String optimizer : OPTIMIZERS) {
      for (int size : new int[] {10_000, 1_000_000, 10_000_000}) {
        all.add(of(optimizer, "float", size));
      }
    }
    for (String name : List.of("MSE", "Adam")) {
      all.add(of(name, "float", 100_000));
      all.add(of(name, "float", LARGE));
    }
    all.add(of("network", "float", 1_000));
    all.add(of("launch", "float", 1));
    return all;
  }

  /** Finds a work by what {@link #toString} says. */
  static Work named(String id) {
    String[] part = id.split("/");
    return of(part[0], part[1], Integer.parseInt(part[2]));
  }

  /** Whether only we do it, to see how the time grows. */
  boolean alone() {
    return size == LARGE || size == 100_000;
  }

  boolean isLarge() {
    return size == LARGE;
  }

  boolean isFloat() {
    return type.equals("float");
  }

  /** The bytes that have to be read and written at least; 0 if the memory is not the limit. */
  double bytes() {
    int numbers =
        switch (name) {
          case "network", "launch" -> 0;
          case "copy", "softmax" -> 2;
          case "momentum" -> 5;
          case "Adam" -> 7;
          default -> 3; // two are read and one is written
        };
    return (double) numbers * size * (isFloat() ? 4 : 8);
  }

  @Override
  public String toString() {
    return name + "/" + type + "/" + size;
  }
}
