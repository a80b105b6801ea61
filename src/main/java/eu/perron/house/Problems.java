package eu.perron.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Every error of the doors for programs, as a problem of RFC 9457; never a stack trace. Pages have
 * their own.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> any(Exception exception, HttpServletRequest request)
      throws Exception {
    if (!isForPrograms(request.getRequestURI())
        || exception instanceof AsyncRequestNotUsableException) {
      throw exception;
    }
    BodyTooLarge tooLarge = causeOf(exception, BodyTooLarge.class);
    if (tooLarge != null) {
      return answer(tooLarge(tooLarge), new HttpHeaders());
    }
    if (exception instanceof ErrorResponse known) {
      return answer(named(exception, known), headers(exception, known));
    }
    if (exception instanceof RequestRejectedException) {
      return answer(ofStatus(HttpStatus.BAD_REQUEST), new HttpHeaders());
    }
    if (exception instanceof HttpMessageNotReadableException) {
      return answer(
          Problem.detail(
              HttpStatus.BAD_REQUEST, "unreadable", "Unreadable", "The body cannot be read."),
          new HttpHeaders());
    }
    if (exception instanceof TypeMismatchException mismatch) {
      return answer(
          Problem.detail(
              HttpStatus.BAD_REQUEST,
              "unreadable",
              "Unreadable",
              "\"%s\" is not what %s may be."
                  .formatted(mismatch.getValue(), mismatch.getPropertyName())),
          new HttpHeaders());
    }
    return answer(unexpected(exception), new HttpHeaders());
  }

  static boolean isForPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/connect/")
        || path.startsWith("/connectors/")
        || path.startsWith("/simulators/")
        || path.startsWith("/actuator/");
  }

  private static ProblemDetail tooLarge(BodyTooLarge tooLarge) {
    return Problem.detail(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "too-large",
        "Too large",
        "At most %,d bytes are taken here.".formatted(tooLarge.most()));
  }

  private static ProblemDetail unexpected(Exception exception) {
    String incident = UUID.randomUUID().toString();
    log.error("Incident {}", incident, exception);
    ProblemDetail problem = ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    problem.setProperty("incident", incident);
    return problem;
  }

  private static ProblemDetail named(Exception exception, ErrorResponse known) {
    if (exception instanceof Problem) {
      return known.getBody();
    }
    ProblemDetail problem = ofStatus(known.getStatusCode());
    if (known.getStatusCode().is4xxClientError() && known.getStatusCode().value() != 404) {
      problem.setDetail(known.getBody().getDetail());
    }
    return problem;
  }

  private static HttpHeaders headers(Exception exception, ErrorResponse known) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(known.getHeaders());
    if (exception instanceof HttpMediaTypeNotSupportedException unsupported) {
      String wanted =
          unsupported.getSupportedMediaTypes().stream()
              .map(MediaType::toString)
              .collect(Collectors.joining(", "));
      headers.set("Accept-Post", wanted);
    }
    if (exception instanceof HttpRequestMethodNotSupportedException method
        && method.getSupportedHttpMethods() != null) {
      headers.setAllow(method.getSupportedHttpMethods());
    }
    return headers;
  }

  static ProblemDetail ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> Problem.detail(status, "unreadable", "Unreadable", "The request cannot be read.");
      case 403 ->
          Problem.detail(status, "forbidden", "Not for you", "This account may not do that.");
      case 404 ->
          Problem.detail(status, "not-found", "Not found", "Nothing is here under this address.");
      case 405 ->
          Problem.detail(
              status,
              "method-not-allowed",
              "Method not allowed",
              "The Allow header names what is possible.");
      case 406 ->
          Problem.detail(
              status,
              "not-acceptable",
              "Not acceptable",
              "We cannot answer in any of the formats accepted.");
      case 413 -> Problem.detail(status, "too-large", "Too large", "The body is too large.");
      case 415 ->
          Problem.detail(
              status,
              "unsupported-media-type",
              "Unsupported media type",
              "Accept-Post names what is taken.");
      case 500 ->
          Problem.detail(
              status,
              "incident",
              "Something broke here",
              "It is noted; try again, or quote the incident to us.");
      default -> {
        HttpStatus known = HttpStatus.resolve(status.value());
        yield Problem.detail(
            status,
            "status-" + status.value(),
            known == null ? "Error" : known.getReasonPhrase(),
            null);
      }
    };
  }

  /**
   * Always as a problem, whatever the client says it accepts: an error nobody can read helps
   * nobody.
   */
  static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static <E extends Throwable> E causeOf(Throwable exception, Class<E> wanted) {
    for (Throwable each = exception; each != null; each = each.getCause()) {
      if (wanted.isInstance(each)) {
        return wanted.cast(each);
      }
    }
    return null;
  }
}
