package eu.perron.desk;

import eu.perron.imports.CustomsDocuments;
import eu.perron.imports.DocumentKind;
import eu.perron.imports.UnacceptableDocument;
import eu.perron.orders.Orders;
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
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/**
 * Takes a document for customs from a clerk's form. A servlet of its own, so that forms with files
 * are read at this one address and nowhere else at the desk.
 */
final class DocumentsUpload extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String ADDRESS = "/desk/documents";

  /** Above what is taken, so that what is too large is told so and not cut off on the way. */
  private static final long READ = 8L * CustomsDocuments.LARGEST;

  private static final int IN_MEMORY = 256 * 1024;
  private static final Pattern TASK = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private final transient CustomsDocuments documents;
  private final transient Orders orders;

  private DocumentsUpload(CustomsDocuments documents, Orders orders) {
    this.documents = documents;
    this.orders = orders;
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> documentsUpload(
        CustomsDocuments documents, Orders orders) {
      ServletRegistrationBean<HttpServlet> servlet =
          new ServletRegistrationBean<>(new DocumentsUpload(documents, orders), ADDRESS);
      servlet.setName("documentsUpload");
      servlet.setMultipartConfig(new MultipartConfigElement("", READ, READ + IN_MEMORY, IN_MEMORY));
      return servlet;
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String order = String.valueOf(request.getParameter("order"));
    Clerk clerk = Clerk.of((Authentication) request.getUserPrincipal());
    if (!clerk.works(OutagePage.DESK)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (orders.find(order).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String told = "taken=true";
    try {
      Part part = request.getPart("file");
      byte[] content = new byte[0];
      if (part != null) {
        try (InputStream in = part.getInputStream()) {
          content = in.readNBytes(CustomsDocuments.LARGEST + 1);
        }
      }
      documents.take(
          order,
          DocumentKind.valueOf(String.valueOf(request.getParameter("kind"))),
          part == null ? null : part.getSubmittedFileName(),
          content,
          clerk.name());
    } catch (UnacceptableDocument refused) {
      told = "refused=" + URLEncoder.encode(refused.getMessage(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknownKind) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    String task = request.getParameter("task");
    boolean fromTask = task != null && TASK.matcher(task).matches();
    response.sendRedirect(
        (fromTask ? "/desk/tasks/" + task : "/desk/orders/" + order) + "?" + told + "#documents");
  }
}
