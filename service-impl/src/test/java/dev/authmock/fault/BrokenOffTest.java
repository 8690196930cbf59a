package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** One element and then a failure, for whoever still wants it. */
class BrokenOffTest {
  private final List<String> seen = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Reader reader = new Reader();

  @Test
  void the_failure_comes_after_the_element() {
    new BrokenOff<>("half", later::add).subscribe(reader);
    assertThat(seen).isEmpty();

    reader.subscription.request(1);
    reader.subscription.request(5);
    assertThat(seen).containsExactly("half");
    later.forEach(Runnable::run);
    assertThat(seen).containsExactly("half", "failed: a fault of the kind cut_off was injected");
  }

  @Test
  void who_has_gone_hears_nothing_more() {
    new BrokenOff<>("half", later::add).subscribe(reader);

    reader.subscription.request(1);
    reader.subscription.cancel();
    later.forEach(Runnable::run);
    assertThat(seen).containsExactly("half");
  }

  private final class Reader implements Subscriber<String> {
    private Subscription subscription = new Nothing();

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(String element) {
      seen.add(element);
    }

    @Override
    public void onError(Throwable failure) {
      seen.add("failed: " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      seen.add("complete");
    }
  }

  private static final class Nothing implements Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
