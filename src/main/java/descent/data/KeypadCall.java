package descent.data;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * A recording of 3 to 5 keys pressed on a telephone, in noise: speech recognition at its smallest.
 *
 * <p>A key sounds the tone of its row, 697, 770, 852 or 941 Hz, and that of its column, 1209, 1336
 * or 1477 Hz (ITU-T Recommendation Q.23), each with an amplitude from 0.6 to 1. Tones and pauses
 * last 64 to 160 ms; one key in four is the one before again. To all of it normal noise is added.
 *
 * @param sound the samples, {@link #RATE} a second, {@link #frames} times {@link #FRAME}
 * @param keys the keys' numbers, from 1: their names are 1 to 9, *, 0 and #
 * @param begins for each key the sample with which its tone begins
 * @param ends for each key the sample behind its tone
 */
public record KeypadCall(double[] sound, List<Integer> keys, int[] begins, int[] ends) {

  /** Samples in a second, as on the telephone. */
  public static final int RATE = 8000;

  /** Samples in a frame: 32 ms. */
  public static final int FRAME = 256;

  /** How many frames a call has at most. */
  public static final int MOST_FRAMES = 52;

  /** How many keys a call has at most. */
  public static final int MOST_KEYS = 5;

  /** The frequencies of a spectrogram, 31.25 Hz apart, from 625 Hz. */
  public static final int BANDS = 30;

  private static final int FIRST_BAND = 20;
  private static final String NAMES = "123456789*0#";
  private static final double[] ROWS = {697, 770, 852, 941};
  private static final double[] COLUMNS = {1209, 1336, 1477};
  private static final FastFourierTransformer FOURIER =
      new FastFourierTransformer(DftNormalization.UNITARY);

  /**
   * Draws calls.
   *
   * @param count how many, at least 1
   * @param noise the standard deviation of the noise, 0 or above
   * @param seed any number; the same one gives the same calls, with other noise the same keys
   * @return the calls
   * @throws IllegalArgumentException if the count is below 1, or the noise negative or not finite
   */
  public static List<KeypadCall> draw(int count, double noise, long seed) {
    Require.that(count >= 1, "count", count, "1 or more");
    Require.nonNegative("noise", noise);
    Random random = new Random(seed); // its numbers are fixed by Java's specification
    return Stream.generate(() -> draw(noise, random)).limit(count).toList();
  }

  private static KeypadCall draw(double noise, Random random) {
    int count = between(random, 3, MOST_KEYS);
    double[] sound = new double[MOST_FRAMES * FRAME];
    List<Integer> keys = new ArrayList<>();
    int[] begins = new int[count];
    int[] ends = new int[count];
    int at = between(random, 400, 1200);
    for (int i = 0; i < count; i++) {
      boolean again = i > 0 && random.nextInt(4) == 0;
      int key = again ? keys.get(i - 1) : between(random, 1, 12);
      keys.add(key);
      begins[i] = at;
      ends[i] = at + between(random, 512, 1280);
      double low = 0.6 + 0.4 * random.nextDouble();
      double high = 0.6 + 0.4 * random.nextDouble();
      for (int n = at; n < ends[i]; n++) {
        double turn = 2 * Math.PI * n / RATE;
        sound[n] = low * Math.sin(rowTone(key) * turn) + high * Math.sin(columnTone(key) * turn);
      }
      at = ends[i] + between(random, 512, 1280);
    }
    sound = Arrays.copyOf(sound, Math.min(MOST_FRAMES, 1 + at / FRAME) * FRAME);
    for (int n = 0; n < sound.length; n++) {
      sound[n] += noise * random.nextGaussian();
    }
    return new KeypadCall(sound, List.copyOf(keys), begins, ends);
  }

  private static int between(Random random, int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /**
   * Returns the lower tone of a key.
   *
   * @param key its number, from 1 to 12
   * @return the frequency in Hz
   */
  public static double rowTone(int key) {
    return ROWS[(key - 1) / 3];
  }

  /**
   * Returns the higher tone of a key.
   *
   * @param key its number, from 1 to 12
   * @return the frequency in Hz
   */
  public static double columnTone(int key) {
    return COLUMNS[(key - 1) % 3];
  }

  /**
   * Returns what is written on a key.
   *
   * @param key its number, from 1 to 12
   * @return for example "#"
   */
  public static String name(int key) {
    return NAMES.substring(key - 1, key);
  }

  /**
   * Returns in which number of a frame's spectrum a tone shows.
   *
   * @param hertz its frequency, from 610 to 1546 Hz
   * @return an index from 0 to {@link #BANDS} − 1
   */
  public static int band(double hertz) {
    return (int) Math.round(hertz * FRAME / RATE) - FIRST_BAND;
  }

  /**
   * Returns how many frames the call has.
   *
   * @return the number, at most {@link #MOST_FRAMES}
   */
  public int frames() {
    return sound.length / FRAME;
  }

  /**
   * Returns how loud each frequency is in each frame.
   *
   * @return [frames, {@link #BANDS}], the logarithms of amplitudes; each frame is faded in and out
   *     (Hann's window) and transformed by itself
   */
  public double[][] spectrogram() {
    double[][] loudness = new double[frames()][BANDS];
    for (int t = 0; t < loudness.length; t++) {
      double[] frame = Arrays.copyOfRange(sound, t * FRAME, (t + 1) * FRAME);
      for (int n = 0; n < FRAME; n++) {
        frame[n] *= Math.pow(Math.sin(Math.PI * n / FRAME), 2);
      }
      Complex[] waves = FOURIER.transform(frame, TransformType.FORWARD);
      for (int k = 0; k < BANDS; k++) {
        loudness[t][k] = Math.log(1e-3 + waves[FIRST_BAND + k].abs()); // finite in dead silence
      }
    }
    return loudness;
  }

  /** Returns the keys' names, such as "3 3 #". */
  @Override
  public String toString() {
    return keys.stream().map(KeypadCall::name).collect(Collectors.joining(" "));
  }
}
