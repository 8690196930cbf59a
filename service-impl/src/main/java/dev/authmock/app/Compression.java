package dev.authmock.app;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/**
 * Compresses pages and what belongs to them, and no JSON: tokens don't shrink, and their length would
 * tell of them; and the framework's way to find out takes longer than the rest of its writing.
 */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
class Compression implements HttpCompressionStrategy {
  private static final int WORTH_IT = 1024;
  private static final int MAX_ZSTD_BYTES = 1 << 25;

  @Override
  public boolean isEnabled() {
    return true;
  }

  @Override
  public boolean shouldCompress(HttpResponse response) {
    String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
    return type != null
        && isOfPages(type)
        && HttpUtil.getContentLength(response, WORTH_IT) >= WORTH_IT;
  }

  private static boolean isOfPages(String type) {
    // A stream of events goes out as they happen, and would wait for the compressor.
    return (type.startsWith("text/") && !type.startsWith("text/event-stream"))
        || type.startsWith("application/javascript")
        || type.startsWith("image/svg");
  }

  @Override
  public int getMaxZstdEncodeSize() {
    return MAX_ZSTD_BYTES;
  }
}
