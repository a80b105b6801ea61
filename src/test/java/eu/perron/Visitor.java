package eu.perron;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person with a browser that runs no scripts: keeps cookies, sends the token of the page it
 * stands on.
 */
public final class Visitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*(?:content|value)=\"([^\"]+)\"");
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Function<String, URI> house;

  public Visitor(Function<String, URI> house) {
    this.house = house;
  }

  public Visitor loggedInAs(String user) {
    submit("/login", "/login", Map.of("username", user, "password", PerronTest.PASSWORD));
    return this;
  }

  public HttpResponse<String> open(String path) {
    return send(HttpRequest.newBuilder(house.apply(path)).GET());
  }

  public String read(String path) {
    return open(path).body();
  }

  /**
   * @param page where the form stands
   */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(house.apply(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&_csrf=" + token(page))));
  }

  /**
   * @param page where the form stands
   */
  public HttpResponse<String> submitFile(String page, String action, String name, String content) {
    String boundary = "----perron-test";
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n"
                .formatted(boundary, token(page))
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, name)
            + content
            + "\r\n--%s--\r\n".formatted(boundary);
    return send(
        HttpRequest.newBuilder(house.apply(action))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> sendJson(String page, String action, String json) {
    return send(
        HttpRequest.newBuilder(house.apply(action))
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token(page))
            .POST(BodyPublishers.ofString(json)));
  }

  private String token(String page) {
    Matcher token = TOKEN.matcher(read(page));
    if (!token.find()) {
      throw new AssertionError("No token on " + page);
    }
    return token.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
