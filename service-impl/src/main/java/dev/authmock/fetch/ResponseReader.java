package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** Reads an answer: its status, then as much of its body as is allowed, then that as text. */
final class ResponseReader {

  private ResponseReader() {}

  static Fetched read(ClassicHttpResponse response, Origin origin, int maxBodySize)
      throws IOException, FetchException {
    int status = response.getCode();
    if (status < 200 || status > 299) {
      throw FetchException.badStatus(origin, status);
    }
    Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
      throw new FetchException(
          Reason.NOT_TEXT, origin + " sent a compressed body, which was not asked for");
    }
    Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
    return new Fetched(
        status,
        Optional.ofNullable(type).map(Header::getValue),
        text(bytes(response, origin, maxBodySize), origin));
  }

  private static byte[] bytes(ClassicHttpResponse response, Origin origin, int maxBodySize)
      throws IOException, FetchException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not closed here: that would read the rest of the body, and the exchange is aborted anyway.
    InputStream content = entity.getContent();
    byte[] buffer = new byte[8192];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      bytes.write(buffer, 0, count);
      if (bytes.size() > maxBodySize) {
        throw new FetchException(
            Reason.TOO_LARGE, origin + " sent more than " + maxBodySize + " bytes");
      }
    }
    return bytes.toByteArray();
  }

  private static String text(byte[] bytes, Origin origin) throws FetchException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FetchException(Reason.NOT_TEXT, origin + " sent a body that is not UTF-8");
    }
  }
}
