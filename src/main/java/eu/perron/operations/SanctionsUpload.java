package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.SanctionsLists;
import eu.perron.sanctions.UnreadableList;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the file of a list from an operator's form. A servlet of its own, so that forms with files
 * are read at this one address and nowhere else in the house.
 */
class SanctionsUpload extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final long LARGEST = 96L * 1024 * 1024;
  private static final int IN_MEMORY = 1024 * 1024;
  private final transient SanctionsLists lists;
  private final transient Audit audit;
  private final transient TransactionTemplate transaction;

  private SanctionsUpload(
      SanctionsLists lists, Audit audit, PlatformTransactionManager transactions) {
    this.lists = lists;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> sanctionsUpload(
        SanctionsLists lists, Audit audit, PlatformTransactionManager transactions) {
      ServletRegistrationBean<HttpServlet> servlet =
          new ServletRegistrationBean<>(
              new SanctionsUpload(lists, audit, transactions), SanctionsPage.ADDRESS + "/lists");
      servlet.setName("sanctionsUpload");
      servlet.setMultipartConfig(
          new MultipartConfigElement("", LARGEST, LARGEST + IN_MEMORY, IN_MEMORY));
      return servlet;
    }
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
    String name = part.getSubmittedFileName();
    String who = request.getUserPrincipal().getName();
    try {
      ListVersion list =
          transaction.execute(
              running -> {
                ListVersion taken = lists.take(file, name == null ? "list" : name, who);
                audit.record(SanctionsPage.entry(Act.LIST_TAKEN, taken));
                return taken;
              });
      response.sendRedirect(SanctionsPage.ADDRESS + "/" + list.version());
    } catch (UnreadableList refused) {
      refuse(refused.getMessage(), response);
    }
  }

  private static void refuse(String why, HttpServletResponse response) throws IOException {
    response.sendRedirect(
        SanctionsPage.ADDRESS
            + "?refused="
            + URLEncoder.encode(
                why.substring(0, Math.min(400, why.length())), StandardCharsets.UTF_8));
  }
}
