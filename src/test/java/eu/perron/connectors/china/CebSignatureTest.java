package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.exports.Application;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class CebSignatureTest {
  @Nested
  class ByRsa extends Signed {
    ByRsa() {
      super(SignatureMethodOfCeb.RSA_SHA1);
    }
  }

  @Nested
  class BySm2 extends Signed {
    BySm2() {
      super(SignatureMethodOfCeb.SM2_SM3);
    }
  }

  /** What holds by whichever method. */
  @TestInstance(Lifecycle.PER_CLASS)
  abstract static class Signed {
    private final SignatureMethodOfCeb method;
    private PublicKey signer;
    private byte[] message;

    Signed(SignatureMethodOfCeb method) {
      this.method = method;
    }

    @BeforeAll
    void signOne(@TempDir Path folder) {
      SigningKey key = CebMessages.key(folder, method);
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
      CebMessages.key(elsewhere, method);
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

      for (List<String> change :
          List.of(
              List.of("xmldsig#sha1\"|xmldsig#sm3\"", "xmldsig-more#md5\""),
              List.of("xmldsig#rsa-sha1|xmldsig#sm2-sm3", "xmldsig#hmac-sha1"),
              List.of("URI=\"\"", "URI=\"file:///etc/passwd\""),
              List.of("xmldsig#enveloped-signature", "xmldsig#base64"),
              List.of("<ds:SignatureValue>[^<]{8}", "<ds:SignatureValue>AAAAAAAA"),
              List.of("<ds:DigestValue>[^<]{8}", "<ds:DigestValue>AAAAAAAA"))) {
        String changed = text.replaceFirst(change.get(0), change.get(1));
        assertThat(changed).isNotEqualTo(text);
        assertThat(isRight(changed.getBytes(StandardCharsets.UTF_8))).as(change.get(1)).isFalse();
      }
    }

    @Test
    void theKeyIsKeptAndIsTheOwnersAlone(@TempDir Path house) throws Exception {
      SigningKey first = CebMessages.key(house, method);
      SigningKey second = CebMessages.key(house, method);

      assertThat(second.pair().getPrivate()).isEqualTo(first.pair().getPrivate());
      assertThat(Files.getPosixFilePermissions(house.resolve("keys").resolve(method.keyFile())))
          .hasSize(2);
      try (var files = Files.list(house.resolve("keys"))) {
        assertThat(files).hasSize(1);
      }
    }

    private boolean isRight(byte[] body) throws Unreadable {
      return CebSignature.isRight(CebXml.read(body), signer);
    }
  }

  @Test
  void theSamplesWereSignedByTheKeysTheyName() throws Exception {
    PublicKey rsa = SigningKey.readPublic(CebMessages.FOLDER.resolve("samples/registered-key.pem"));
    PublicKey sm2 =
        SigningKey.readPublic(CebMessages.FOLDER.resolve("samples/registered-key-sm2.pem"));

    for (String sample : List.of("CEB303", "CEB403", "CEB505", "CEB603", "CEB607")) {
      assertThat(CebSignature.isRight(CebXml.read(CebMessages.sample(sample + ".xml")), rsa))
          .as(sample)
          .isTrue();
    }
    byte[] preferred = CebMessages.sample("CEB603-sm2.xml");
    assertThat(CebSignature.isRight(CebXml.read(preferred), sm2)).isTrue();
    assertThat(CebSignature.isRight(CebXml.read(preferred), rsa)).isFalse();
    assertThat(CebSignature.isRight(CebXml.read(CebMessages.sample("CEB603.xml")), sm2)).isFalse();
  }

  /** The example of GB/T 32905-2016, so that the digest is the one customs compute. */
  @Test
  void sm3IsWhatTheStandardSays() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SM3", SignatureMethodOfCeb.SM)
            .digest("abc".getBytes(StandardCharsets.US_ASCII));

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }

  /** What the digest covers is what the JDK's own signer covers, so canonical XML is right. */
  @Test
  void theDigestCoversWhatTheJdkWouldCover(@TempDir Path folder) throws Exception {
    SigningKey rsa = CebMessages.key(folder, SignatureMethodOfCeb.RSA_SHA1);
    Element root =
        CebXml.read(CebMessages.orders(rsa, CebMessages.order(1, Application.NEW, "<é&")));
    Element signature =
        (Element) root.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
    String said =
        root.getElementsByTagNameNS(XMLSignature.XMLNS, "DigestValue").item(0).getTextContent();

    byte[] ours =
        MessageDigest.getInstance("SHA-1").digest(Sm2Signature.canonical(root, signature));

    assertThat(Base64.getEncoder().encodeToString(ours)).isEqualTo(said);
  }

  @Test
  void anUnknownMethodIsRefusedByName() {
    assertThatThrownBy(() -> SignatureMethodOfCeb.named("RSA-SHA256"))
        .hasMessageContaining("SM2-SM3, RSA-SHA1");
  }
}
