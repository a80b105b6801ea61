package eu.perron.house;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What no controller could answer: a page for people, a problem for programs. */
@Controller
class ErrorPage implements ErrorController {
  @RequestMapping("${server.error.path:/error}")
  Object error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer known ? known : 404);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    ProblemDetail problem = Problems.ofStatus(status);
    if (Problems.isForPrograms(path) || !accept.contains("text/html")) {
      if (path.startsWith("/")) {
        problem.setInstance(URI.create(path));
      }
      return Problems.answer(problem, new HttpHeaders());
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    return new ModelAndView(
        "error",
        Map.of("status", status.value(), "title", problem.getTitle()),
        known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
  }
}
