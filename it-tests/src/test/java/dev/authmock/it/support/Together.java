package dev.authmock.it.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts from as many threads as there are bodies, all of which finish their request at the same moment. */
public final class Together {
  private Together() {}

  /** Posts these bodies to the service on this port, and holds each exchange against the contract. */
  public static List<Exchange> post(
      int port, String path, String contentType, List<String> bodies) {
    ExecutorService threads = Executors.newFixedThreadPool(bodies.size());
    CyclicBarrier moment = new CyclicBarrier(bodies.size());
    try {
      List<Future<Exchange>> running = new ArrayList<>();
      for (String body : bodies) {
        running.add(threads.submit(
            () -> RawSocket.post(port, path, contentType, body, () -> await(moment))));
      }
      List<Exchange> answers = new ArrayList<>();
      for (Future<Exchange> answer : running) {
        answers.add(answer.get());
      }
      answers.forEach(Contract::verify);
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("one of the threads failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CyclicBarrier moment) {
    try {
      moment.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
