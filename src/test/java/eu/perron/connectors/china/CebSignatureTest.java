package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CebSignatureTest {
  @TempDir static Path folder;
  private static PublicKey signer;
  private static byte[] message;

  @BeforeAll
  static void signOne() {
    SigningKey key = CebMessages.key(folder);
    signer = SigningKey.readPublic(folder.resolve("registered-key.pem"));
    message = CebMessages.exportList(key, CebMessages.list(1, "ceramic incense burner"));
  }

  @Test
  void aMessageAsItWasSentVerifies() throws Exception {
    assertThat(isRight(message)).isTrue();
  }

  @Test
  void aChangedByteFails() throws Exception {
    String text = new String(message, StandardCharsets.UTF_8);
    for (List<String> change :
        List.of(
            List.of("ceramic", "deramic"),
            List.of("<ceb:qty>2<", "<ceb:qty>3<"),
            List.of("version=\"1.0\">", "version=\"1.1\">"),
            List.of("<ceb:BaseTransfer>", "<ceb:BaseTransfer> "))) {
      String changed = text.replace(change.get(0), change.get(1));
      assertThat(changed).isNotEqualTo(text);
      assertThat(isRight(changed.getBytes(StandardCharsets.UTF_8))).as(change.get(1)).isFalse();
    }
    byte[] changed = message.clone();
    int digit = text.indexOf("<ceb:copNo>") + "<ceb:copNo>".length();
    changed[digit] ^= 1;
    assertThat(isRight(changed)).isFalse();
  }

  @Test
  void anotherKeyFails(@TempDir Path elsewhere) throws Exception {
    CebMessages.key(elsewhere);
    PublicKey other = SigningKey.readPublic(elsewhere.resolve("registered-key.pem"));

    assertThat(CebSignature.isRight(CebXml.read(message), other)).isFalse();
  }

  @Test
  void aMessageWithoutASignatureOrWithTwoFails() throws Exception {
    String text = new String(message, StandardCharsets.UTF_8);
    String signature =
        text.substring(text.indexOf("<ds:Signature"), text.indexOf("</ds:Signature>") + 15);

    assertThat(isRight(text.replace(signature, "").getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThatThrownBy(
            () ->
                isRight(
                    text.replace(signature, signature + signature)
                        .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void aWeakerAlgorithmOrAPartialReferenceFails() throws Exception {
    String text = new String(message, StandardCharsets.UTF_8);

    assertThat(
            isRight(
                text.replace("xmldsig#sha1", "xmldsig-more#md5").getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(
            isRight(
                text.replace("xmldsig#rsa-sha1", "xmldsig#hmac-sha1")
                    .getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(
            isRight(
                text.replace("URI=\"\"", "URI=\"file:///etc/passwd\"")
                    .getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void theSamplesWereSignedByTheKeyTheyName() throws Exception {
    PublicKey theirs =
        SigningKey.readPublic(CebMessages.FOLDER.resolve("samples/registered-key.pem"));

    assertThat(CebSignature.isRight(CebXml.read(CebMessages.sample("CEB603.xml")), theirs))
        .isTrue();
    assertThat(CebSignature.isRight(CebXml.read(CebMessages.sample("CEB607.xml")), theirs))
        .isTrue();
  }

  @Test
  void theKeyIsKeptAndIsTheOwnersAlone(@TempDir Path house) throws Exception {
    SigningKey first = CebMessages.key(house);
    SigningKey second = CebMessages.key(house);

    assertThat(second.pair().getPrivate()).isEqualTo(first.pair().getPrivate());
    assertThat(Files.getPosixFilePermissions(house.resolve("keys/china-customs.pem"))).hasSize(2);
    try (var files = Files.list(house.resolve("keys"))) {
      assertThat(files).hasSize(1);
    }
  }

  private static boolean isRight(byte[] body) throws Unreadable {
    return CebSignature.isRight(CebXml.read(body), signer);
  }
}
