package eu.perron.connectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/**
 * A partner with a socket of its own and every illness a line can have; the route to it is a real
 * one.
 */
public final class SickPartner implements AutoCloseable {
  /** How it behaves toward one message. */
  public enum Manner {
    WELL,
    REFUSES_THE_LINE,
    HANGS,
    DRIBBLES,
    BUSY,
    TALKS_GARBAGE,
    /** 200 and a page, of a machine that stands before it. */
    ANSWERS_FOR_ANOTHER,
    NEVER_ENDS,
    DOES_NOT_KNOW_US,
    WILL_NOT_TAKE_IT
  }

  /** What it heard, and when. */
  public record Heard(String body, long atNanos) {}

  private final CamelContext camel;
  private final String route;
  private final ServerSocket door;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile Function<String, Manner> manner = body -> Manner.WELL;

  /**
   * @param name partner and operation: {@code gls.test}
   */
  public SickPartner(CamelContext camel, String name) throws Exception {
    this.camel = camel;
    this.route = "test." + name;
    this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread porter = new Thread(this::open, "sick-partner");
    porter.setDaemon(true);
    porter.start();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:" + name)
                .routeId(route)
                .removeHeaders("Camel*")
                .to(
                    "http://localhost:"
                        + door.getLocalPort()
                        + "/?httpMethod=POST&copyHeaders=false")
                .convertBodyTo(byte[].class);
          }
        });
  }

  public void is(Manner always) {
    manner = body -> always;
  }

  public void is(Function<String, Manner> byBody) {
    manner = byBody;
  }

  public List<Heard> heard() {
    return heard;
  }

  public List<String> bodies() {
    return heard.stream().map(Heard::body).toList();
  }

  /** Connections it has with us. */
  public long lines() {
    return lines.stream().filter(line -> !line.isClosed()).count();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        lines.add(line);
        Thread clerk = new Thread(() -> serve(line), "sick-partner-line");
        clerk.setDaemon(true);
        clerk.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket line) {
    try (line) {
      InputStream in = new BufferedInputStream(line.getInputStream());
      OutputStream out = line.getOutputStream();
      for (String body = read(in); body != null; body = read(in)) {
        Manner now = manner.apply(body);
        if (now == Manner.REFUSES_THE_LINE) {
          return;
        }
        heard.add(new Heard(body, System.nanoTime()));
        answer(now, line, in, out);
      }
    } catch (IOException gone) {
      // the other side hung up
    } finally {
      lines.remove(line);
    }
  }

  private static void answer(Manner now, Socket line, InputStream in, OutputStream out)
      throws IOException {
    switch (now) {
      case HANGS -> untilHungUp(line, in);
      case DRIBBLES -> {
        say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        line.setSoTimeout(100);
        while (!hungUp(in)) {
          say(out, ".");
        }
        throw new IOException("hung up");
      }
      case BUSY -> full(out, "503 Service Unavailable", "later");
      case DOES_NOT_KNOW_US -> full(out, "401 Unauthorized", "who?");
      case WILL_NOT_TAKE_IT -> full(out, "400 Bad Request", "never");
      case TALKS_GARBAGE -> {
        say(out, "\u0000\u0001<html>it works!</html>\r\n\r\n");
        throw new IOException("enough");
      }
      case NEVER_ENDS -> {
        say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
        String much = "x".repeat(64 * 1024);
        while (true) {
          say(out, much);
        }
      }
      case ANSWERS_FOR_ANOTHER -> full(out, "200 OK", "<html>it works!</html>");
      default -> full(out, "202 Accepted", "");
    }
  }

  private static void untilHungUp(Socket line, InputStream in) throws IOException {
    line.setSoTimeout(60_000);
    hungUp(in);
    throw new IOException("hung up");
  }

  private static boolean hungUp(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException quiet) {
      return false;
    }
  }

  private static void full(OutputStream out, String status, String body) throws IOException {
    say(
        out,
        "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, body.length(), body));
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String read(InputStream in) throws IOException {
    int length = 0;
    boolean any = false;
    for (String head = line(in); head != null && !head.isEmpty(); head = line(in)) {
      any = true;
      if (head.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(head.substring(15).strip());
      }
    }
    return any ? new String(in.readNBytes(length), StandardCharsets.UTF_8) : null;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
    }
    return null;
  }

  @Override
  public void close() throws Exception {
    door.close();
    for (Socket line : lines) {
      line.close();
    }
    camel.getRouteController().stopRoute(route);
    camel.removeRoute(route);
  }
}
