package eu.perron.operations;

import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the file of a list from an operator's form, and puts that on record. A servlet of its own,
 * so that forms with files are read at these addresses and nowhere else in the house.
 */
final class FileUpload extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final long LARGEST = 96L * 1024 * 1024;
  private static final int IN_MEMORY = 1024 * 1024;
  private static final int LONGEST_REASON = 400;
  private final String page;
  private final transient Taker taker;
  private final Class<? extends RuntimeException> refusal;
  private final transient Audit audit;
  private final transient TransactionTemplate transaction;

  /** Keeps a file as a proposal. */
  interface Taker {
    Taken take(byte[] file, String name, String who);
  }

  /**
   * @param version under which the page shows what it would change
   * @param entry for the audit trail
   */
  record Taken(long version, Entry entry) {}

  /**
   * @param page where the form stands, and where a refused file is told of
   * @param refusal what the taker throws for a file that cannot be taken; its message says why
   */
  FileUpload(
      String page,
      Taker taker,
      Class<? extends RuntimeException> refusal,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.page = page;
    this.taker = taker;
    this.refusal = refusal;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  ServletRegistrationBean<HttpServlet> registered(String name) {
    ServletRegistrationBean<HttpServlet> servlet =
        new ServletRegistrationBean<>(this, page + "/lists");
    servlet.setName(name);
    servlet.setMultipartConfig(
        new MultipartConfigElement("", LARGEST, LARGEST + IN_MEMORY, IN_MEMORY));
    return servlet;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
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
    String name = part.getSubmittedFileName() == null ? "list" : part.getSubmittedFileName();
    try {
      response.sendRedirect(page + "/" + taken(file, name, request.getUserPrincipal().getName()));
    } catch (RuntimeException problem) {
      if (!refusal.isInstance(problem)) {
        throw problem;
      }
      refuse(problem.getMessage(), response);
    }
  }

  private Long taken(byte[] file, String name, String who) {
    return transaction.execute(
        running -> {
          Taken taken = taker.take(file, name, who);
          audit.record(taken.entry());
          return taken.version();
        });
  }

  private void refuse(String why, HttpServletResponse response) throws IOException {
    response.sendRedirect(
        page
            + "?refused="
            + URLEncoder.encode(
                why.substring(0, Math.min(LONGEST_REASON, why.length())), StandardCharsets.UTF_8));
  }
}
