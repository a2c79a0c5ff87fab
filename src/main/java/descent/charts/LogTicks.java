package descent.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;

/**
 * The labels of a logarithmic axis: 10⁻⁴ rather than 1E-4, every decade, or every second, fifth …
 * if there are many, or also 2 and 5 if there are few.
 */
record LogTicks(double decades) implements Function<Double, String> {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int MOST_LABELS = 9;
  private static final int MOST_ZEROS = 4;
  private static final double ROOM_FOR_ALL = 0.7;
  private static final int MOST_DECADES_WITH_GRID = 7;

  static void label(XYStyler styler, Collection<XYSeries> series) {
    if (styler.isXAxisLogarithmic()) {
      LogTicks ticks =
          over(
              series,
              styler.getXAxisMin(),
              styler.getXAxisMax(),
              XYSeries::getXMin,
              XYSeries::getXMax);
      styler.setXAxisTickLabelsFormattingFunction(ticks);
      styler.setXAxisLogarithmicDecadeOnly(!ticks.few());
      styler.setPlotGridVerticalLinesVisible(ticks.decades < MOST_DECADES_WITH_GRID);
    }
    if (styler.isYAxisLogarithmic()) {
      LogTicks ticks =
          over(
              series,
              styler.getYAxisMin(),
              styler.getYAxisMax(),
              XYSeries::getYMin,
              XYSeries::getYMax);
      styler.setYAxisTickLabelsFormattingFunction(ticks);
      styler.setYAxisLogarithmicDecadeOnly(!ticks.few());
      styler.setPlotGridHorizontalLinesVisible(ticks.decades < MOST_DECADES_WITH_GRID);
    }
  }

  private static LogTicks over(
      Collection<XYSeries> series,
      Double min,
      Double max,
      ToDoubleFunction<XYSeries> low,
      ToDoubleFunction<XYSeries> high) {
    double from = min != null ? min : series.stream().mapToDouble(low).min().orElse(1);
    double to = max != null ? max : series.stream().mapToDouble(high).max().orElse(1);
    return new LogTicks(Math.log10(to) - Math.log10(from));
  }

  private boolean few() {
    return decades < 2;
  }

  @Override
  public String apply(Double value) {
    long exponent = Math.round(Math.floor(Math.log10(value) + 1e-9));
    long digit = Math.round(value / Math.pow(10, exponent));
    if (few()) {
      boolean room = decades < ROOM_FOR_ALL || digit == 1 || digit == 2 || digit == 5;
      return room ? plain(value) : "";
    }
    long every = (long) Math.ceil(decades / MOST_LABELS);
    return exponent % every != 0
        ? ""
        : decades <= 4 && Math.abs(exponent) <= 3 ? plain(value) : power(exponent);
  }

  /** A number in three digits, with a power of ten if it is very small or large. */
  static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.signum() == 0 || Math.abs(exponent) <= MOST_ZEROS
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "·" + power(exponent);
  }

  /** A number in three digits, but a count in full. */
  static String number(double value) {
    boolean count = value == Math.rint(value) && Math.abs(value) < 1e6;
    return count ? Long.toString((long) value) : plain(value);
  }

  private static String power(long exponent) {
    StringBuilder text = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
    for (char digit : Long.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
