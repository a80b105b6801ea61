package eu.perron.house;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer that is not the one hoped for, as RFC 9457 wants it: for people to read and for
 * programs to branch on.
 */
public final class Problem extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  private Problem(HttpStatusCode status, ProblemDetail detail) {
    super(status, detail, null);
  }

  /**
   * @param code names the kind of problem, for ever: {@code reference-taken}
   */
  public static Problem of(HttpStatus status, String code, String title, String detail) {
    return new Problem(status, detail(status, code, title, detail));
  }

  static ProblemDetail detail(HttpStatusCode status, String code, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("/problems/" + code));
    problem.setTitle(title);
    problem.setDetail(detail);
    return problem;
  }

  public Problem with(String property, Object value) {
    getBody().setProperty(property, value);
    return this;
  }

  public Problem errors(List<?> errors) {
    return with("errors", errors);
  }

  public Problem header(String name, String value) {
    getHeaders().add(name, value);
    return this;
  }

  /** The stack says nothing that the answer does not. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
