package descent.notebooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in what the outputs of a cell differ from the committed ones.
 *
 * <p>Text is the same exactly, but for its numbers, which may differ by 10⁻⁶ relatively or 10⁻¹²
 * absolutely: {@code Math.exp} and sums over several cores are not the same to the last digit on
 * every machine. Pictures have the same type, size and number of frames; fonts differ.
 */
final class OutputComparison {
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE = 1e-12;

  /** A number with the blanks that pad it to the width of a column. */
  private static final Pattern NUMBER =
      Pattern.compile("( *)([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");

  private OutputComparison() {}

  /** The first difference, in a sentence; empty if there is none. */
  static Optional<String> difference(List<Output> committed, List<Output> now) {
    Optional<String> difference = differenceInShape(committed, now);
    for (int i = 0; i < committed.size() && difference.isEmpty(); i++) {
      difference = difference(committed.get(i), now.get(i));
    }
    return difference;
  }

  /** As {@link #difference}, of the kinds and MIME types only: for a cell that measures time. */
  static Optional<String> differenceInShape(List<Output> committed, List<Output> now) {
    String before = shape(committed);
    String after = shape(now);
    return before.equals(after)
        ? Optional.empty()
        : Optional.of("committed outputs are " + before + ", now " + after + text(now));
  }

  private static String shape(List<Output> outputs) {
    return outputs.stream().map(o -> o.kind() + o.data().keySet()).toList().toString();
  }

  private static String text(List<Output> outputs) {
    StringBuilder text = new StringBuilder();
    outputs.forEach(output -> text.append("\n").append(output.text().strip()));
    return text.toString();
  }

  private static Optional<String> difference(Output committed, Output now) {
    for (Map.Entry<String, String> entry : committed.data().entrySet()) {
      String mime = entry.getKey();
      String other = now.data().get(mime);
      Optional<String> difference =
          Picture.isPicture(mime)
              ? differenceOfPictures(mime, entry.getValue(), other)
              : differenceOfText(entry.getValue(), other);
      if (difference.isPresent()) {
        return difference.map(d -> mime + " of " + committed.kind() + ": " + d);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differenceOfPictures(String mime, String committed, String now) {
    Picture before = Picture.decode(mime, committed);
    Picture after = Picture.decode(mime, now);
    return before.equals(after)
        ? Optional.empty()
        : Optional.of("committed picture is " + before + ", now " + after);
  }

  static Optional<String> differenceOfText(String committed, String now) {
    String[] before = committed.split("\n", -1);
    String[] after = now.split("\n", -1);
    for (int i = 0; i < Math.min(before.length, after.length); i++) {
      if (!sameLine(before[i], after[i])) {
        return Optional.of(
            "line %d: committed \"%s\", now \"%s\"".formatted(i + 1, before[i], after[i]));
      }
    }
    return before.length == after.length
        ? Optional.empty()
        : Optional.of(
            "committed %d lines, now %d:%n%s".formatted(before.length, after.length, now));
  }

  private static boolean sameLine(String committed, String now) {
    Matcher before = NUMBER.matcher(committed);
    Matcher after = NUMBER.matcher(now);
    int i = 0;
    int j = 0;
    while (before.find()) {
      if (!after.find()
          || !committed.substring(i, before.start()).equals(now.substring(j, after.start()))
          || !sameNumber(before, after)) {
        return false;
      }
      i = before.end();
      j = after.end();
    }
    return !after.find() && committed.substring(i).equals(now.substring(j));
  }

  /** Close in value, and padded by as many blanks or to the same width. */
  private static boolean sameNumber(Matcher before, Matcher after) {
    double a = Double.parseDouble(before.group(2));
    double b = Double.parseDouble(after.group(2));
    boolean aligned =
        before.group(1).equals(after.group(1)) || before.group().length() == after.group().length();
    double tolerance = Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(a), Math.abs(b)));
    return aligned && (a == b || Math.abs(a - b) <= tolerance);
  }
}
