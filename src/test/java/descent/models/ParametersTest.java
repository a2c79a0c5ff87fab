package descent.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void blocksLieOneBehindTheOther() {
    Parameters map = Parameters.of("W", 3, 4).and("b", 4).and("c");
    assertEquals(17, map.length());
    assertEquals(12, map.blocks().get(1).offset());
    assertEquals(16, map.blocks().get(1).end());
    assertEquals(1, map.blocks().get(2).length(), "no shape is a single number");
  }

  @Test
  void refusesWhatDoesNotFit() {
    refused("name is null", () -> Parameters.of(null, 1));
    refused("the shape of W is [3, 0]", () -> Parameters.of("W", 3, 0));
    refused("blocks is empty", () -> new Parameters(List.of()));
    refused(
        "the offset of b is 5; expected 3",
        () ->
            new Parameters(
                List.of(
                    new Parameters.Block("a", 0, List.of(3)),
                    new Parameters.Block("b", 5, List.of(1)))));
  }

  private static void refused(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
