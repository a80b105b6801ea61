package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.Visitor;
import eu.perron.house.Seal;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customs wants documents: a seller or a clerk uploads them, and customs gets them. */
abstract class DocumentsForCustoms extends Journey {
  private static final String DOOR = "/api/v1/order-documents";
  private static final String BOUNDARY = "perron-boundary";
  private static final byte[] PDF =
      "%PDF-1.7\ninvoice 17 of Maëlle\n".getBytes(StandardCharsets.UTF_8);
  @Autowired private Seal seal;

  @Test
  void aSellerUploadsWhatCustomsWantsAndTheOrderGoesOnWithoutAClerk() {
    String order = placed("lot BEDOC");
    asks(order, "SendDocuments");
    Answer first = upload(order, "INVOICE", "C:\\invoices\\invoice 17.pdf", PDF, false);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.body().path("name").asText()).isEqualTo("invoice 17.pdf");
    assertThat(first.body().path("contentType").asText()).isEqualTo("application/pdf");
    assertThat(upload(order, "INVOICE", "again.pdf", PDF, false).body().path("documentId"))
        .isEqualTo(first.body().path("documentId"));
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 7};

    assertThat(upload(order, "PROOF_OF_PAYMENT", "paid.png", picture, true).status())
        .isEqualTo(201);

    ends(order, "DELIVERED");
    JsonNode listed = get("/api/v1/orders/" + order + "/documents").body();
    assertThat(listed).hasSize(2);
    assertThat(listed.get(0).path("lodgedAt").isNull()).isFalse();
    assertThat(said(order))
        .contains("<fileName>invoice 17.pdf</fileName>", "<type>N380</type>")
        .contains(Base64.getEncoder().encodeToString(PDF));
    byte[] kept =
        jdbc.sql(
                "SELECT body FROM import_document WHERE order_number = :order AND kind = 'INVOICE'")
            .param("order", order)
            .query((row, n) -> row.getBytes(1))
            .single();
    assertThat(Seal.isSealed(kept)).isTrue();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("invoice 17");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    assertThat(clerk.read("/desk/orders/" + order)).contains("invoice 17.pdf", "seller ");
    assertThat(
            clerk.read(
                "/desk/orders/" + order + "/documents/" + first.body().path("documentId").asText()))
        .contains("invoice 17 of Maëlle");
  }

  @Test
  void aClerkHasAnItemAmendedOnTheOrdersPageBeforeTheDocumentsGo() {
    String order = placed("lot BEDOC");
    asks(order, "SendDocuments");
    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String page = "/desk/orders/" + order;

    clerk.submit(page, page + "/amendment", Map.of("item", "7", "price", "13.37", "reason", "x"));
    assertThat(clerk.read(page)).doesNotContain("13.37");
    clerk.submit(
        page,
        page + "/amendment",
        Map.of("item", "1", "price", "13.37", "reason", "The invoice says so"));

    patiently("customs agrees")
        .untilAsserted(
            () -> assertThat(view(order).path("timeline").toString()).contains("Item 1 amended"));
    assertThat(clerk.read(page)).contains("The invoice says so", "13.37");
    decides(order, at("SendDocuments", "documentReference", "INV-18"));
    ends(order, "DELIVERED");
  }

  @Test
  void whatCannotBeTakenIsRefusedWithItsCure() {
    String order = placed("lot BEDOC");
    asks(order, "SendDocuments");
    byte[] large = Arrays.copyOf(PDF, 5 * 1024 * 1024 + 1);

    assertThat(upload(order, "INVOICE", "large.pdf", large, false).status()).isEqualTo(413);
    Answer script =
        upload(order, "INVOICE", "invoice.pdf", "<script>".getBytes(StandardCharsets.UTF_8), false);
    assertThat(script.status()).isEqualTo(415);
    assertThat(script.body().path("detail").asText()).contains("PDF, PNG or JPEG");
    assertThat(upload(order, "NOVEL", "invoice.pdf", PDF, false).errors())
        .containsExactly("/kind unknown");
    assertThat(upload(order, "INVOICE", "empty.pdf", new byte[0], false).errors())
        .containsExactly("/file empty");
    assertThat(upload("P00000000000", "INVOICE", "invoice.pdf", PDF, false).status())
        .isEqualTo(404);
    assertThat(post(DOOR, "application/pdf", "%PDF-").status()).isEqualTo(415);
    assertThat(get("/api/v1/orders/" + order + "/documents").body()).isEmpty();

    Visitor clerk = new Visitor(this::url).loggedInAs("clerk");
    String page = "/desk/tasks/" + task(order, "SendDocuments").orElseThrow();
    assertThat(clerk.sendJson(page, page + "/complete", "{\"values\": {}}").body())
        .contains("upload a document");
    decides(order, at("SendDocuments", "documentReference", "INV-17"));
    ends(order, "DELIVERED");
    assertThat(said(order)).contains("INV-17").doesNotContain("<Document>");
  }

  private String said(String order) {
    return jdbc.sql(
            "SELECT m.body FROM exchange_message m JOIN exchange_letter l ON l.message_id = m.id "
                + "WHERE l.about = :order AND l.operation = 'documents'")
        .param("order", order)
        .query((row, n) -> seal.openText(row.getBytes(1)))
        .single();
  }

  private Answer upload(String order, String kind, String name, byte[] file, boolean complete) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderNumber", order);
    fields.put("kind", kind);
    fields.put("complete", Boolean.toString(complete));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, field, value))
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(BOUNDARY, name.replace("\\", "\\\\")))
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return post(
        DOOR,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }
}
