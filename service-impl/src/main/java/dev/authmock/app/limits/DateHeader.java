package dev.authmock.app.limits;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.time.InstantSource;
import java.util.Date;

/**
 * Says in each answer when it was made, by the clock of the machine: who caches it compares that with a
 * clock of its own.
 *
 * <p>The framework writes the days 1 to 9 with one digit, which HTTP does not allow; it writes the date
 * anew for each answer; and what is no readable request gets none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, section 6.6.1</a>
 */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored") // the promise tells of a failure
final class DateHeader extends ChannelOutboundHandlerAdapter {
  private static final long ONE_SECOND = 1000;

  private final InstantSource machine;
  private volatile Written last = new Written(Long.MIN_VALUE, "");

  DateHeader(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response
        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      response.headers().set(HttpHeaderNames.DATE, date());
    }
    ctx.write(message, promise);
  }

  private String date() {
    long now = machine.millis();
    Written date = last;
    if (now / ONE_SECOND != date.second) {
      date = new Written(now / ONE_SECOND, DateFormatter.format(new Date(now)));
      last = date;
    }
    return date.text;
  }

  private record Written(long second, String text) {}
}
