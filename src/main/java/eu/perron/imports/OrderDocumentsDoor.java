package eu.perron.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.InputError;
import eu.perron.house.Problem;
import eu.perron.orders.Orders;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a document from a seller: {@code POST /api/v1/order-documents}. A servlet of its own, so
 * that forms with files are read at this one address and nowhere else in the API.
 */
final class OrderDocumentsDoor extends HttpServlet {
  private static final long serialVersionUID = 1;
  static final String ADDRESS = "/api/v1/order-documents";
  private static final int IN_MEMORY = 256 * 1024;

  private final transient CustomsDocuments documents;
  private final transient Orders orders;
  private final transient ObjectMapper json;
  private final transient TransactionTemplate transaction;

  private OrderDocumentsDoor(
      CustomsDocuments documents,
      Orders orders,
      ObjectMapper json,
      PlatformTransactionManager transactions) {
    this.documents = documents;
    this.orders = orders;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<HttpServlet> orderDocumentsDoor(
        CustomsDocuments documents,
        Orders orders,
        ObjectMapper json,
        PlatformTransactionManager transactions) {
      ServletRegistrationBean<HttpServlet> servlet =
          new ServletRegistrationBean<>(
              new OrderDocumentsDoor(documents, orders, json, transactions), ADDRESS);
      servlet.setName("orderDocumentsDoor");
      servlet.setMultipartConfig(
          new MultipartConfigElement(
              "", CustomsDocuments.LARGEST, CustomsDocuments.LARGEST + IN_MEMORY, IN_MEMORY));
      return servlet;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Description {
    /** A servlet is no controller: the contract would not know of it. */
    @Bean
    OpenApiCustomizer orderDocumentsDescribed() {
      return api ->
          api.getPaths()
              .addPathItem(
                  ADDRESS,
                  new PathItem()
                      .post(
                          new Operation()
                              .addTagsItem("Orders")
                              .summary("Send a document for customs")
                              .description(
                                  "multipart/form-data: orderNumber, kind (INVOICE,"
                                      + " PROOF_OF_PAYMENT, LICENCE, CERTIFICATE, OTHER), file"
                                      + " (PDF, PNG or JPEG, 5 MB at most), complete (true: these"
                                      + " are all, customs gets them at once if it waits for"
                                      + " them).")
                              .responses(
                                  new ApiResponses()
                                      .addApiResponse(
                                          "201", new ApiResponse().description("It is taken")))));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      CustomsDocument taken = take(request);
      write(response, 201, MediaType.APPLICATION_JSON_VALUE, OrderDocuments.shown(taken));
    } catch (Problem problem) {
      problem.getBody().setInstance(java.net.URI.create(ADDRESS));
      write(
          response,
          problem.getStatusCode().value(),
          MediaType.APPLICATION_PROBLEM_JSON_VALUE,
          problem.getBody());
    }
  }

  private CustomsDocument take(HttpServletRequest request) throws IOException {
    Part file = part(request);
    String seller = request.getUserPrincipal().getName();
    List<InputError> wrong = new ArrayList<>();
    String order = field(request, "orderNumber");
    if (order == null) {
      wrong.add(new InputError("/orderNumber", "required", "Say which order it belongs to."));
    }
    DocumentKind kind = kind(field(request, "kind"), wrong);
    if (file == null) {
      wrong.add(new InputError("/file", "required", "The part \"file\" is missing."));
    }
    if (!wrong.isEmpty()) {
      throw unacceptable(wrong);
    }
    if (orders.findOf(seller, order).isEmpty()) {
      throw Problem.of(
          HttpStatus.NOT_FOUND,
          "no-such-order",
          "No such order",
          "You have no order " + order + ".");
    }
    byte[] content;
    try (InputStream in = file.getInputStream()) {
      content = in.readAllBytes();
    }
    boolean complete = "true".equals(field(request, "complete"));
    try {
      return transaction.execute(
          running -> {
            CustomsDocument taken =
                documents.take(
                    order, kind, file.getSubmittedFileName(), content, "seller " + seller);
            if (complete) {
              documents.complete(order, seller);
            }
            return taken;
          });
    } catch (UnacceptableDocument refused) {
      throw refusal(refused);
    }
  }

  private static DocumentKind kind(String given, List<InputError> wrong) {
    try {
      return given == null ? DocumentKind.OTHER : DocumentKind.valueOf(given);
    } catch (IllegalArgumentException unknown) {
      wrong.add(
          new InputError(
              "/kind", "unknown", "One of " + Arrays.toString(DocumentKind.values()) + "."));
      return null;
    }
  }

  private static Part part(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw Problem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-media-type",
          "This is no form with a file",
          "Send multipart/form-data with the parts orderNumber, kind and file.");
    }
    try {
      return request.getPart("file");
    } catch (IllegalStateException tooLarge) {
      throw Problem.of(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "too-large",
          "The document is too large",
          "%,d bytes are the most for one file.".formatted(CustomsDocuments.LARGEST));
    } catch (IOException | ServletException broken) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "unreadable",
          "The form cannot be read",
          "It is no multipart/form-data as RFC 7578 has it.");
    }
  }

  private static String field(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Problem unacceptable(List<InputError> wrong) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "document-not-acceptable",
            "The document cannot be taken",
            wrong.size() == 1
                ? "1 thing must be mended first."
                : wrong.size() + " things must be mended first.")
        .errors(wrong);
  }

  private static Problem refusal(UnacceptableDocument refused) {
    return switch (refused.code()) {
      case TOO_LARGE ->
          Problem.of(
              HttpStatus.PAYLOAD_TOO_LARGE,
              "too-large",
              "The document is too large",
              refused.getMessage());
      case WRONG_TYPE ->
          Problem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "unsupported-media-type",
              "The document is of no kind that customs opens",
              refused.getMessage());
      case TOO_MANY ->
          Problem.of(
              HttpStatus.CONFLICT,
              "too-many",
              "The order has enough documents",
              refused.getMessage());
      case EMPTY -> unacceptable(List.of(new InputError("/file", "empty", refused.getMessage())));
    };
  }

  private void write(HttpServletResponse response, int status, String type, Object body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }
}
