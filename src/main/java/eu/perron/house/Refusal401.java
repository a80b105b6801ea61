package eu.perron.house;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The answer of a locked door to programs. */
final class Refusal401 implements AuthenticationEntryPoint {
  private final ObjectMapper json;
  private final String challenge;
  private final String advice;

  private Refusal401(ObjectMapper json, String challenge, String advice) {
    this.json = json;
    this.challenge = challenge;
    this.advice = advice;
  }

  static Refusal401 toSellers(ObjectMapper json) {
    return new Refusal401(
        json,
        "Bearer realm=\"Perron\"",
        "Send your API key as \"Authorization: Bearer <api key>\".");
  }

  static Refusal401 toUsers(ObjectMapper json, String advice) {
    return new Refusal401(json, "Basic realm=\"Perron\", charset=\"UTF-8\"", advice);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    boolean wrongKey =
        challenge.startsWith("Bearer") && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    ProblemDetail problem =
        Problem.detail(
            HttpStatus.UNAUTHORIZED,
            "not-authenticated",
            wrongKey ? "This key opens no door here" : "Who are you?",
            advice);
    problem.setInstance(URI.create(request.getRequestURI()));
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        wrongKey ? challenge + ", error=\"invalid_token\"" : challenge);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
