package dev.authmock.app.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows the requests of one connection: who takes too long to send one is told so, once what came
 * before it is answered.
 *
 * <p>A request that arrives in one piece costs no look at the time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9">RFC 9110 §15.5.9, 408</a>
 */
@SuppressWarnings("FutureReturnValueIgnored") // the channel tells of its failures
final class RequestArrival extends ChannelDuplexHandler {
  private static final long ONE_SECOND = Duration.ofSeconds(1).toNanos();

  /** Who is kept waiting is not looked at all the while. */
  private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

  private final OpenConnections open;
  private final Duration timeout;
  private final RestAfterRefusal rest;

  private @Nullable ChannelHandlerContext context;

  /** Requests whose head has come, and whose answer has not gone. */
  private int unanswered;

  /** Something of a request has come, and not all of it. */
  private boolean arriving;

  /** All of its head has. */
  private boolean inBody;

  /** Its answer, or one before it, has begun and not ended. */
  private boolean answering;

  /** Nothing more will come. */
  private boolean lastWord;

  /** Bytes have come since the last {@link #channelReadComplete}. */
  private boolean read;

  /** Something has come out of the decoder since then. */
  private boolean decoded;

  /** Whether {@link #since} is of the request that is arriving. */
  private boolean timed;

  private long since;

  /** Whether {@link #look} will be called. */
  private boolean watched;

  private volatile boolean awaitingAnswer;
  private volatile boolean used;

  RequestArrival(OpenConnections open, Duration timeout, RestAfterRefusal rest) {
    this.open = open;
    this.timeout = timeout;
    this.rest = rest;
  }

  /** Whether it would be cut off in the middle of something that is not its own doing. */
  boolean isAwaitingAnswer() {
    return awaitingAnswer;
  }

  /** Whether it got an answer since the last time that this was asked. */
  boolean wasUsed() {
    boolean was = used;
    used = false;
    return was;
  }

  /** Closes it, from whatever thread. */
  void end() {
    Objects.requireNonNull(context, "of the pipeline").channel().close();
  }

  /** Stands before the decoder. */
  ChannelInboundHandler reading() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        read = true;
        ctx.fireChannelRead(bytes);
      }
    };
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    open.add(this);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    open.remove(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    decoded = true;
    if (message instanceof HttpRequest) {
      unanswered++;
      arriving = true;
      inBody = true;
    }
    if (message instanceof LastHttpContent) {
      arriving = false;
      inBody = false;
      timed = false;
    }
    tellWhetherAwaiting();
    ctx.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    // What was read, and did not come out of the decoder, is a part of a head.
    arriving |= read && !decoded;
    read = false;
    decoded = false;
    if (arriving && !timed) {
      timed = true;
      since = rest.peerTime();
      watch(ctx, timeout.toNanos());
    }
    ctx.fireChannelReadComplete();
  }

  /** Whoever has sent all, and says so, may still want the answer; but no stream without an end. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      lastWord = true;
      if (unanswered == 0 || arriving || answering) {
        ctx.close();
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response) {
      answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }
    if (answering && message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
      used = true;
      tellWhetherAwaiting();
    }
    if (lastWord && unanswered == 0) {
      ctx.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
    } else {
      ctx.write(message, promise);
    }
  }

  private void tellWhetherAwaiting() {
    awaitingAnswer = unanswered > (inBody ? 1 : 0);
  }

  /** One look is planned at the most, however many requests come until then. */
  private void watch(ChannelHandlerContext ctx, long delay) {
    if (!watched) {
      watched = true;
      ctx.executor().schedule(() -> look(ctx), delay, TimeUnit.NANOSECONDS);
    }
  }

  private void look(ChannelHandlerContext ctx) {
    watched = false;
    if (!arriving || !timed || !ctx.channel().isActive()) {
      return;
    }
    long left = since + timeout.toNanos() - rest.peerTime();
    if (left > 0) {
      watch(ctx, Math.max(left, BETWEEN_LOOKS));
    } else if (answering || unanswered < (inBody ? 1 : 0)) {
      // Half an answer can't be taken back, and a whole one is not followed by another.
      ctx.close();
    } else if (unanswered > (inBody ? 1 : 0)) {
      watch(ctx, ONE_SECOND);
    } else {
      ctx.writeAndFlush(tooSlow()).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private FullHttpResponse tooSlow() {
    byte[] problem = """
        {"type":"about:blank","title":"Request Timeout","status":408,\
        "detail":"The request did not arrive within %s ms."}""".formatted(timeout.toMillis()).getBytes(UTF_8);
    FullHttpResponse response = new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT, Unpooled.wrappedBuffer(problem));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }
}
