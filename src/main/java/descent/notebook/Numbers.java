package descent.notebook;

import java.util.Arrays;
import java.util.Locale;

/**
 * One format for numbers that stand together, so that their points are aligned: whole numbers as
 * such, others with four decimals or fewer if the rest are zeros, or with up to eight digits so
 * that small ones do not vanish beside the largest; very large or very small ones as 1.2346e+09.
 * What is less than 10⁻⁷ of the largest is noise, and shown as 0.
 *
 * @param pattern of {@link String#format}
 */
record Numbers(String pattern) {

  private static final int DECIMALS = 4;
  private static final int DIGITS = 8;
  private static final int WHOLE_DIGITS = 15;
  private static final double ROUNDING = 1e-12; // 1.0000000000000002 is whole, on every machine

  /** The format for these numbers. */
  static Numbers of(double... numbers) {
    double[] sizes = Arrays.stream(numbers).filter(Double::isFinite).map(Math::abs).toArray();
    double maximum = Arrays.stream(sizes).max().orElse(0);
    int largest = exponent(maximum);
    boolean whole =
        Arrays.stream(sizes).allMatch(x -> Math.abs(x - Math.rint(x)) <= ROUNDING * maximum);
    if (whole && largest < WHOLE_DIGITS) {
      return new Numbers("%.0f");
    }
    if (largest >= DIGITS || largest < -DECIMALS) {
      return new Numbers("%." + DECIMALS + "e");
    }
    int least = largest - DIGITS + 1;
    int smallest =
        Arrays.stream(sizes).mapToInt(Numbers::exponent).filter(e -> e >= least).min().orElse(0);
    int wanted = Math.max(Math.max(DECIMALS, DECIMALS - 1 - largest), -smallest);
    int decimals = Math.min(wanted, -least);
    while (decimals > 1 && lastIsZero(decimals, sizes)) {
      decimals--;
    }
    return new Numbers("%." + decimals + "f");
  }

  private static boolean lastIsZero(int decimals, double[] sizes) {
    String pattern = "%." + decimals + "f";
    return Arrays.stream(sizes)
        .allMatch(size -> String.format(Locale.ROOT, pattern, size).endsWith("0"));
  }

  private static int exponent(double size) {
    return size == 0 ? 0 : (int) Math.floor(Math.log10(size));
  }

  /** The number in this format; what rounds to zero has no sign. */
  String text(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    String text = String.format(Locale.ROOT, pattern, number);
    boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return zero && text.startsWith("-") ? text.substring(1) : text;
  }
}
