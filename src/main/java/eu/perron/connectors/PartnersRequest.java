package eu.perron.connectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * At a partner's door the body is the message, byte for byte, whatever the partner calls it: no
 * form whose fields are parameters, no text in the character set that its header claims. And not
 * more bytes of it are read than show that it is too large.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PartnersRequest extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/connect/")
        && !path.startsWith("/connectors/")
        && !path.startsWith("/simulators/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Bytes(request), response);
  }

  /** The header {@code Content-Type} itself stays what it is; it is kept with the message. */
  private static final class Bytes extends HttpServletRequestWrapper {
    Bytes(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    @Override
    public String getCharacterEncoding() {
      return null;
    }

    @Override
    public String getParameter(String name) {
      return null;
    }

    @Override
    public String[] getParameterValues(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Cut(super.getInputStream());
    }
  }

  /** Ends one byte after the largest message. */
  private static final class Cut extends ServletInputStream {
    private final ServletInputStream body;
    private long left = Door.LARGEST + 1L;

    Cut(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = left > 0 ? body.read() : -1;
      left -= next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int got = body.read(into, from, (int) Math.min(length, left));
      left -= Math.max(got, 0);
      return got;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(left, body.available());
    }

    @Override
    public boolean isFinished() {
      return left == 0 || body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
