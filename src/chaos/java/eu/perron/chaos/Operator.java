package eu.perron.chaos;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at a browser: logs in, reads pages, sends their forms. */
final class Operator {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*(?:content|value)=\"([^\"]+)\"");
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String url;

  Operator(Node node, String account) throws IOException, InterruptedException {
    this.url = node.url();
    submit("/login", "/login", "username", account, "password", Stage.PASSWORD);
  }

  String read(String page) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(url + page)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /**
   * @param page where the form stands
   * @param action where it goes
   * @param namesAndValues of its fields, in turn
   * @return the page that follows
   */
  String submit(String page, String action, String... namesAndValues)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(read(page));
    if (!token.find()) {
      throw new Broken("No form on " + page);
    }
    List<String> fields = new ArrayList<>();
    fields.add(field("_csrf", token.group(1)));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(field(namesAndValues[i], namesAndValues[i + 1]));
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new Broken(action + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
