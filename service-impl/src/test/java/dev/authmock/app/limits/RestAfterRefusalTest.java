package dev.authmock.app.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestAfterRefusalTest {
  private static final int BIG = RestAfterRefusal.BIG;
  private static final int SMALL = BIG - 100;
  private static final Duration FIRST = RestAfterRefusal.FIRST;
  private static final Duration LONGEST = RestAfterRefusal.LONGEST;
  private static final Duration MOMENT = Duration.ofNanos(1);

  private final Turns turns = new Turns();
  private final RestAfterRefusal rest = new RestAfterRefusal(turns);
  private final Reads reads = new Reads();
  private final EmbeddedChannel channel = new EmbeddedChannel();

  RestAfterRefusalTest() {
    channel.config().setAutoRead(false);
    channel.freezeTime();
    channel.pipeline().addLast(reads, rest);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void after_a_big_request_was_refused_nothing_is_read_for_a_while() {
    receive(BIG);
    answer(HttpResponseStatus.BAD_REQUEST);
    channel.read();

    pass(FIRST.minus(MOMENT));
    assertThat(reads.count).isZero();
    pass(MOMENT);
    assertThat(reads.count).isEqualTo(1);
  }

  @Test
  void each_rest_is_longer_than_the_one_before_up_to_a_bound() {
    for (Duration next = FIRST; next.compareTo(LONGEST) < 0; next = next.multipliedBy(2)) {
      assertThat(restAfterRefusal()).isEqualTo(next);
    }
    assertThat(restAfterRefusal()).isEqualTo(LONGEST);
    assertThat(restAfterRefusal()).isEqualTo(LONGEST);
  }

  @Test
  void an_accepted_request_sets_the_rests_back() {
    restAfterRefusal();
    restAfterRefusal();
    receive(SMALL);
    answer(HttpResponseStatus.FOUND);

    assertThat(restAfterRefusal()).isEqualTo(FIRST);
  }

  @Test
  void a_big_request_that_is_accepted_is_followed_by_no_rest() {
    requireNoRest(BIG, HttpResponseStatus.OK);
  }

  @Test
  void a_small_request_that_is_refused_is_followed_by_no_rest() {
    requireNoRest(SMALL, HttpResponseStatus.BAD_REQUEST);
  }

  @Test
  void a_fault_of_the_server_is_followed_by_no_rest() {
    requireNoRest(BIG, HttpResponseStatus.SERVICE_UNAVAILABLE);
  }

  @Test
  void after_small_refusals_the_rests_go_on_as_they_were() {
    restAfterRefusal();
    requireNoRest(SMALL, HttpResponseStatus.BAD_REQUEST);

    assertThat(restAfterRefusal()).isEqualTo(FIRST.multipliedBy(2));
  }

  @Test
  void a_body_that_is_packed_counts_as_big() {
    FullHttpRequest packed = request(10);
    packed.headers().set("Content-Encoding", "gzip");
    channel.writeInbound(packed);
    answer(HttpResponseStatus.BAD_REQUEST);
    channel.read();

    assertThat(reads.count).isZero();
  }

  @Test
  void a_request_that_was_refused_before_all_of_it_came_counts_with_all_of_it() {
    channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    channel.read();
    assertThat(reads.count).as("for its body").isEqualTo(1);

    channel.writeInbound(new DefaultLastHttpContent(Unpooled.wrappedBuffer(new byte[BIG])));
    channel.read();
    assertThat(reads.count).as("for the next request").isEqualTo(1);
    pass(FIRST);
    assertThat(reads.count).isEqualTo(2);
  }

  @Test
  void what_comes_after_a_big_request_waits_for_its_answer() {
    receive(SMALL);
    receive(BIG);
    channel.read();
    answer(HttpResponseStatus.CONTINUE);
    answer(HttpResponseStatus.OK);
    assertThat(reads.count).isZero();

    answer(HttpResponseStatus.OK);
    assertThat(reads.count).isEqualTo(1);
  }

  @Test
  void who_has_rested_is_read_one_after_the_other() {
    RestAfterRefusal other = new RestAfterRefusal(turns);
    Reads itsReads = new Reads();
    channel.pipeline().addLast(itsReads, other);
    // Both see the same requests and answers.
    receive(BIG);
    answer(HttpResponseStatus.BAD_REQUEST);
    channel.read();

    pass(FIRST);
    assertThat(itsReads.count + reads.count).isEqualTo(1);
    pass(LONGEST);
    assertThat(itsReads.count + reads.count).isEqualTo(2);
  }

  @Test
  void many_who_have_rested_wait_no_longer_than_a_second() {
    long last = 0;
    for (int i = 0; i < 10_000; i++) {
      last = turns.next(0);
    }
    assertThat(Duration.ofNanos(last)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void who_rests_is_not_taken_for_slow() {
    Duration timeout = FIRST.dividedBy(2);
    RestAfterRefusal rested = new RestAfterRefusal(new Turns());
    RequestArrival arrival = new RequestArrival(new OpenConnections(10), timeout, rested);
    EmbeddedChannel wire = new EmbeddedChannel();
    wire.config().setAutoRead(false);
    wire.freezeTime();
    wire.pipeline().addLast(arrival.reading(), new HttpServerCodec(), rested, arrival);
    wire.writeInbound(Unpooled.copiedBuffer(post(BIG) + "x".repeat(BIG) + post(2) + "x", US_ASCII));
    wire.writeOutbound(response(HttpResponseStatus.BAD_REQUEST));
    wire.read();

    pass(wire, timeout);
    pass(wire, FIRST.minus(timeout));
    assertThat(wire.isOpen()).as("it rested").isTrue();
    pass(wire, FIRST);
    pass(wire, FIRST);
    assertThat(wire.isOpen()).as("it was slow").isFalse();
    wire.finishAndReleaseAll();
  }

  private static String post(int length) {
    return "POST / HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n";
  }

  private void requireNoRest(int size, HttpResponseStatus status) {
    int before = reads.count;
    receive(size);
    answer(status);
    channel.read();
    assertThat(reads.count).isEqualTo(before + 1);
  }

  private Duration restAfterRefusal() {
    int before = reads.count;
    receive(BIG);
    answer(HttpResponseStatus.BAD_REQUEST);
    channel.read();
    Duration rested = Duration.ZERO;
    while (reads.count == before) {
      pass(FIRST);
      rested = rested.plus(FIRST);
    }
    return rested;
  }

  private void receive(int size) {
    channel.writeInbound(request(size));
  }

  private static FullHttpRequest request(int size) {
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(new byte[size]));
  }

  private void answer(HttpResponseStatus status) {
    channel.writeOutbound(response(status));
  }

  private static DefaultFullHttpResponse response(HttpResponseStatus status) {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
  }

  private void pass(Duration time) {
    pass(channel, time);
  }

  private static void pass(EmbeddedChannel channel, Duration time) {
    channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  /** Counts what is asked of the network. */
  private static final class Reads extends ChannelOutboundHandlerAdapter {
    private int count;

    @Override
    public void read(ChannelHandlerContext ctx) {
      count++;
      ctx.read();
    }
  }
}
