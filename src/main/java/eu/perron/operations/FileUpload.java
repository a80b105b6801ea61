package eu.perron.operations;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/**
 * Takes the file of a list from an operator's form. A servlet of its own, so that forms with files
 * are read at these addresses and nowhere else in the house.
 */
abstract class FileUpload extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final long LARGEST = 96L * 1024 * 1024;
  private static final int IN_MEMORY = 1024 * 1024;
  private static final int LONGEST_REASON = 400;
  private final String page;

  /**
   * @param page where the form stands, and where a refused file is told of
   */
  FileUpload(String page) {
    this.page = page;
  }

  /** The file is none that can be taken; the message says why. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTaken(RuntimeException why) {
      super(why.getMessage(), why);
    }
  }

  /**
   * @return the address of the page that shows what it would change
   * @throws NotTaken if it cannot be taken
   */
  protected abstract String take(byte[] file, String name, String who);

  ServletRegistrationBean<HttpServlet> registered(String name) {
    ServletRegistrationBean<HttpServlet> servlet =
        new ServletRegistrationBean<>(this, page + "/lists");
    servlet.setName(name);
    servlet.setMultipartConfig(
        new MultipartConfigElement("", LARGEST, LARGEST + IN_MEMORY, IN_MEMORY));
    return servlet;
  }

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Part part = request.getPart("file");
    if (part == null || part.getSize() == 0) {
      refuse("There is no file, or it is empty.", response);
      return;
    }
    byte[] file;
    try (InputStream in = part.getInputStream()) {
      file = in.readAllBytes();
    }
    String name = part.getSubmittedFileName();
    try {
      response.sendRedirect(
          take(file, name == null ? "list" : name, request.getUserPrincipal().getName()));
    } catch (NotTaken refused) {
      refuse(refused.getMessage(), response);
    }
  }

  private void refuse(String why, HttpServletResponse response) throws IOException {
    response.sendRedirect(
        page
            + "?refused="
            + URLEncoder.encode(
                why.substring(0, Math.min(LONGEST_REASON, why.length())), StandardCharsets.UTF_8));
  }
}
