package descent.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers belong to a domain, its edges and their neighbours included. */
class DomainTest {

  @ParameterizedTest
  @CsvSource({
    "REAL, -1.7976931348623157e308 0 1.7976931348623157e308, NaN Infinity -Infinity",
    "PROBABILITY, 0 -0.0 4.9e-324 0.5 1, -4.9e-324 1.0000000000000002 -1 2 NaN Infinity -Infinity",
    "DISTRIBUTION, 0 1, -1e-300 1.0000000000000002 NaN Infinity",
    "ABOVE_MINUS_ONE, -0.9999999999999999 0 1e308, -1 -2 NaN Infinity -Infinity",
    "NON_NEGATIVE, 0 1e-320 1e308, -4.9e-324 -1 NaN Infinity -Infinity",
    "BINARY, 0 1, 4.9e-324 0.5 0.9999999999999999 1.0000000000000002 -1 NaN Infinity",
    "SIGN, -1 1, 0 0.9999999999999999 -1.0000000000000002 2 NaN -Infinity",
    "CLASS, 0 1 2147483646, -1 0.5 1.0000000000000002 2147483647 1e10 NaN Infinity"
  })
  void containsItsNumbersOnly(Domain domain, String members, String others) {
    numbers(members).forEach(x -> assertEquals(true, domain.contains(x), domain + " " + x));
    numbers(others).forEach(x -> assertEquals(false, domain.contains(x), domain + " " + x));
  }

  private static DoubleStream numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble);
  }
}
