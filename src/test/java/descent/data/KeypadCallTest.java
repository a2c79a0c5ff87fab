package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeypadCallTest {

  private final List<KeypadCall> quiet = KeypadCall.draw(200, 0, 3);

  @Test
  void keysHaveTheTonesOfTheRecommendation() {
    assertEquals(697, KeypadCall.rowTone(1));
    assertEquals(1209, KeypadCall.columnTone(1));
    assertEquals(852, KeypadCall.rowTone(8));
    assertEquals(1336, KeypadCall.columnTone(8));
    assertEquals(941, KeypadCall.rowTone(12));
    assertEquals(1477, KeypadCall.columnTone(12));
    assertEquals("*", KeypadCall.name(10));
    assertEquals("0", KeypadCall.name(11));
    assertEquals("#", KeypadCall.name(12));
  }

  @Test
  void theTwoLoudestBandsOfATonesMiddleAreItsKeys() {
    for (KeypadCall call : quiet) {
      double[][] loudness = call.spectrogram();
      for (int i = 0; i < call.keys().size(); i++) {
        double[] frame = loudness[(call.begins()[i] + call.ends()[i]) / 2 / KeypadCall.FRAME];
        int key = call.keys().get(i);
        assertEquals(KeypadCall.band(KeypadCall.rowTone(key)), loudest(frame, 0, 15), 1);
        assertEquals(KeypadCall.band(KeypadCall.columnTone(key)), loudest(frame, 15, 30), 1);
      }
    }
  }

  private static int loudest(double[] frame, int from, int to) {
    return IntStream.range(from, to).reduce((a, b) -> frame[a] >= frame[b] ? a : b).orElseThrow();
  }

  @Test
  void tonesAndPausesLastAsTheySay() {
    boolean again = false;
    for (KeypadCall call : quiet) {
      int count = call.keys().size();
      assertTrue(count >= 3 && count <= KeypadCall.MOST_KEYS);
      assertEquals(call.frames() * KeypadCall.FRAME, call.sound().length);
      assertTrue(call.frames() <= KeypadCall.MOST_FRAMES);
      for (int i = 0; i < count; i++) {
        int tone = call.ends()[i] - call.begins()[i];
        assertTrue(tone >= 512 && tone <= 1280, "a tone of " + tone);
        assertTrue(call.ends()[i] <= call.sound().length);
        int next = i + 1 < count ? call.begins()[i + 1] : call.sound().length;
        for (int n = call.ends()[i]; n < next; n++) {
          assertEquals(0, call.sound()[n]);
        }
        if (i + 1 < count) {
          int pause = next - call.ends()[i];
          assertTrue(pause >= 512 && pause <= 1280, "a pause of " + pause);
          again |= call.keys().get(i).equals(call.keys().get(i + 1));
        }
      }
    }
    assertTrue(again, "some key is pressed twice");
  }

  @Test
  void theSeedDecides() {
    KeypadCall one = KeypadCall.draw(1, 1.5, 3).get(0);
    KeypadCall same = KeypadCall.draw(1, 1.5, 3).get(0);
    assertArrayEquals(one.sound(), same.sound());
    assertEquals(quiet.get(0).keys(), one.keys(), "the noise changes no key");
    assertFalse(Arrays.equals(one.sound(), KeypadCall.draw(1, 1.5, 4).get(0).sound()));
    double[] silence = Arrays.copyOf(one.sound(), 400);
    double deviation = Math.sqrt(Arrays.stream(silence).map(v -> v * v).average().orElseThrow());
    assertEquals(1.5, deviation, 0.25);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> KeypadCall.draw(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> KeypadCall.draw(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> KeypadCall.draw(1, Double.NaN, 1));
  }
}
