package eu.perron.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BadInputAtTheDoorsTest extends PerronTest {
  @Autowired private JdbcClient jdbc;

  @Test
  void bytesThatAreNoTextAreRefusedInThePartnersMannerAndKept() throws Exception {
    byte[] body = {'F', 'S', 'U', '/', '1', '4', '\n', (byte) 0xFF, (byte) 0xC3, '(', 0};

    Answer answer = knock("airline", "fsu", "text/plain; charset=UTF-8", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("FNA");
    assertThat(keptAsUnreadable("airline", body)).isTrue();
  }

  @Test
  void theCharacterSetOfTheHeaderChangesNothing() throws Exception {
    byte[] body = "<IE428>Liège".getBytes(StandardCharsets.ISO_8859_1);

    for (String type : new String[] {"application/xml; charset=klingon", "///", "text/xml"}) {
      assertThat(knock("belgian-customs", "notification", type, body).status()).isEqualTo(400);
    }
    assertThat(keptAsUnreadable("belgian-customs", body)).isTrue();
  }

  @Test
  void aFormIsAMessageLikeAnyOther() throws Exception {
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "multipart/form-data", "a/b"}) {
      byte[] body = ("FNA/1&a=%&" + type + "=\n").getBytes(StandardCharsets.UTF_8);

      assertThat(knock("airline", "fna", type, body).status()).isEqualTo(400);
      assertThat(keptAsUnreadable("airline", body)).isTrue();
    }
  }

  @Test
  void ofAMessageThatIsTooLargeTheBeginningIsKept() throws Exception {
    byte[] body = new byte[Door.LARGEST + 1000];
    Arrays.fill(body, (byte) ' ');

    Answer answer = knock("ics2", "notification", "application/xml", body);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(keptAsUnreadable("ics2", Arrays.copyOf(body, Door.LARGEST + 1))).isTrue();
  }

  @Test
  void whatIsAskedToBeDecodedIsBoundedToo() {
    byte[] body = new byte[Door.LARGEST + 1];

    Answer answer =
        send(
            asPartner("bpost", "/connectors/bpost/tracking/decode", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void anOrderInNoEncodingOrWithoutMeasureIsUnreadable() {
    byte[] strange = {0, 0, (byte) 0xFF, (byte) 0xFE, '{'};
    assertThat(
            post("/api/v1/orders", "application/json", BodyPublishers.ofByteArray(strange))
                .status())
        .isEqualTo(400);
    for (String body :
        new String[] {
          "{\"transportCost\": -1e-9999999990}", "[".repeat(100_000), "{\"a\u0000\":1"
        }) {
      assertThat(post("/api/v1/orders", "application/json", body).status()).isEqualTo(400);
    }
    assertThat(post("/api/v1/orders", "multipart/form-data", "a").status()).isEqualTo(415);
    assertThat(post("/api/v1/orders", "application/x-www-form-urlencoded", "a\nb=%").status())
        .isBetween(400, 499);
  }

  private Answer knock(String partner, String operation, String type, byte[] body) {
    return send(
        asPartner(partner, "/connect/" + partner + "/" + operation, type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder asPartner(String partner, String path, String type) {
    String both = partner + ":" + PARTNER_PASSWORD;
    return asNobody(path)
        .header("Content-Type", type)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean keptAsUnreadable(String partner, byte[] body) throws Exception {
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    return jdbc.sql(
                "SELECT COUNT(*) FROM exchange_message WHERE partner = :partner AND state = 'REFUSED' "
                    + "AND message_key = :key AND problem IS NOT NULL")
            .param("partner", partner)
            .param("key", "unreadable-" + digest)
            .query(Integer.class)
            .single()
        == 1;
  }
}
