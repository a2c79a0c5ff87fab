package descent.reinforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.environments.Transition;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplayMemoryTest {

  private static Transition numbered(int n) {
    return new Transition(new double[] {n}, 0, 0, new double[] {n}, false);
  }

  private static Set<Double> seen(ReplayMemory memory) {
    return memory.sample(500, new Random(1)).stream()
        .map(t -> t.state()[0])
        .collect(Collectors.toSet());
  }

  @Test
  void theOldestMakesRoom() {
    ReplayMemory memory = new ReplayMemory(3);
    memory.add(numbered(0));
    memory.add(numbered(1));
    assertEquals(2, memory.size());
    assertEquals(Set.of(0.0, 1.0), seen(memory));
    for (int n = 2; n < 8; n++) {
      memory.add(numbered(n));
      assertEquals(3, memory.size());
    }
    assertEquals(Set.of(5.0, 6.0, 7.0), seen(memory));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    ReplayMemory memory = new ReplayMemory(10);
    for (int n = 0; n < 10; n++) {
      memory.add(numbered(n));
    }
    List<Transition> first = memory.sample(32, new Random(5));
    assertEquals(32, first.size());
    assertEquals(first, memory.sample(32, new Random(5)));
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThrows(IllegalArgumentException.class, () -> new ReplayMemory(0));
    ReplayMemory memory = new ReplayMemory(2);
    assertThrows(IllegalArgumentException.class, () -> memory.add(null));
    assertThrows(IllegalArgumentException.class, () -> memory.sample(1, new Random(1)));
    memory.add(numbered(1));
    assertThrows(IllegalArgumentException.class, () -> memory.sample(0, new Random(1)));
  }
}
