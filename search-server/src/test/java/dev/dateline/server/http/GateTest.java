package dev.dateline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void neverAreMoreInThanThereArePlaces() throws Exception {
    Gate gate = new Gate(3, 100, LONG);
    AtomicInteger in = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    together(
        50,
        () -> {
          Gate.Pass pass = gate.enter();
          most.accumulateAndGet(in.incrementAndGet(), Math::max);
          Thread.sleep(1);
          in.decrementAndGet();
          pass.close();
          return null;
        });
    assertTrue(most.get() <= 3, "most " + most);
    assertEquals(0, gate.waiting());
  }

  @Test
  void whoComesWhileTooManyWaitIsTurnedAwayAtOnce() throws Exception {
    Gate gate = new Gate(1, 1, LONG);
    Gate.Pass first = gate.enter();
    CompletableFuture<Duration> second = waiting(gate);
    ProblemException refusal = assertThrows(ProblemException.class, gate::enter);
    assertEquals(503, refusal.problem().status());
    assertEquals("1", refusal.problem().headers().get("Retry-After"));
    first.close();
    assertTrue(second.get().isPositive());
  }

  @Test
  void whoWouldWaitTooLongByWhatOthersTookIsTurnedAwayAtOnce() throws Exception {
    Gate gate = new Gate(1, 100, Duration.ofMillis(100));
    for (int visit = 0; visit < 30; visit++) { // a visit takes 20 ms, so that about five may wait
      Gate.Pass pass = gate.enter();
      Thread.sleep(20);
      pass.close();
    }
    AtomicInteger refused = new AtomicInteger();
    Gate.Pass first = gate.enter();
    together(
        40,
        () -> {
          try {
            gate.enter().close();
            return null;
          } catch (ProblemException e) {
            return refused.incrementAndGet();
          }
        });
    first.close();
    assertEquals(40, refused.get()); // some at once, and the others as nobody left in time
    gate.enter().close();
  }

  @Test
  void whoWaitsTooLongIsTurnedAway() {
    Gate gate = new Gate(1, 10, Duration.ofMillis(50));
    Gate.Pass first = gate.enter();
    assertThrows(ProblemException.class, gate::enter);
    first.close();
    gate.enter().close();
  }

  private static CompletableFuture<Duration> waiting(Gate gate) throws InterruptedException {
    CompletableFuture<Duration> waited =
        CompletableFuture.supplyAsync(
            () -> {
              try (Gate.Pass pass = gate.enter()) {
                return pass.waited();
              }
            });
    while (gate.waiting() == 0) {
      Thread.sleep(1);
    }
    return waited;
  }

  private static void together(int number, Callable<?> visit) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
      List<Future<?>> visits = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        visits.add(threads.submit(visit));
      }
      for (Future<?> each : visits) {
        each.get();
      }
    }
  }
}
