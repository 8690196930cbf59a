package dev.authmock.app.limits;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has a connection rest whose big request was refused, longer each time, before anything more is read
 * of it.
 *
 * <p>An event loop serves its connections in turn, and those that send nothing but junk as fast as it
 * is refused would take most of its time; what is not read stays with its sender. Small requests are
 * followed by no rest, right or wrong, for tests send thousands of wrong ones.
 *
 * <p>The framework asks for each read, so it is enough to keep what it asked for.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody cancels a rest
final class RestAfterRefusal extends ChannelDuplexHandler {
  /** From how many bytes on a request is big. */
  static final int BIG = 16 * 1024;

  static final Duration FIRST = Duration.ofMillis(20);
  static final Duration LONGEST = Duration.ofMillis(80);

  private final Turns turns;
  private Ticker clock = Ticker.systemTicker();
  private final Deque<Received> unanswered = new ArrayDeque<>(2);
  private @Nullable Received arriving;
  private long rest;
  private boolean resting;

  /** A read that was asked for has to wait. */
  private boolean held;

  private long heldSince;
  private long heldBefore;

  RestAfterRefusal(Turns turns) {
    this.turns = turns;
  }

  /** Nanoseconds of a clock that stands still while the peer is kept waiting. */
  long peerTime() {
    return (held ? heldSince : now()) - heldBefore;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    clock = added.executor().ticker();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest request) {
      arriving = new Received(request);
      unanswered.add(arriving);
    }
    if (message instanceof HttpContent content && arriving != null) {
      arriving.bytes += content.content().readableBytes();
      if (message instanceof LastHttpContent) {
        arriving.whole = true;
        if (arriving.refusedSoFar && arriving.isBig()) {
          rest(ctx);
        }
        arriving = null;
      }
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      answered(ctx, response.status());
    }
    ctx.write(message, promise);
  }

  /** What comes after a big request waits for its answer, as nobody knows yet whether it may come. */
  @Override
  public void read(ChannelHandlerContext ctx) {
    if (mayRead()) {
      ctx.read();
    } else if (!held) {
      held = true;
      heldSince = now();
    }
  }

  private void answered(ChannelHandlerContext ctx, HttpResponseStatus status) {
    Received request = unanswered.poll();
    if (request != null && status.codeClass() == HttpStatusClass.CLIENT_ERROR) {
      if (request.isBig()) {
        rest(ctx);
      } else {
        request.refusedSoFar = true;
      }
    } else if (status.code() < HttpResponseStatus.BAD_REQUEST.code()) {
      rest = 0;
    }
    readOn(ctx);
  }

  private void rest(ChannelHandlerContext ctx) {
    if (resting) {
      return;
    }
    resting = true;
    rest = Math.min(Math.max(2 * rest, FIRST.toNanos()), LONGEST.toNanos());
    long now = now();
    long turn = turns.next(now + rest);
    ctx.executor()
        .schedule(
            () -> {
              resting = false;
              readOn(ctx);
            },
            turn - now,
            TimeUnit.NANOSECONDS);
  }

  private void readOn(ChannelHandlerContext ctx) {
    if (held && mayRead()) {
      heldBefore += now() - heldSince;
      held = false;
      ctx.read();
    }
  }

  private boolean mayRead() {
    if (resting) {
      return false;
    }
    for (Received request : unanswered) {
      if (request.whole && request.isBig()) {
        return false;
      }
    }
    return true;
  }

  private long now() {
    return clock.nanoTime();
  }

  /** A request, as far as it has come. */
  private static final class Received {
    private long bytes;
    private boolean whole;

    /** Refused while it was not big yet. */
    private boolean refusedSoFar;

    Received(HttpRequest head) {
      // What is packed may be of any size.
      bytes = head.headers().contains(HttpHeaderNames.CONTENT_ENCODING)
          ? BIG
          : head.uri().length();
    }

    boolean isBig() {
      return bytes >= BIG;
    }
  }
}
