package eu.perron.connectors.china;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How a message to China customs is signed: the row {@code signature} of the registration. */
enum SignatureMethodOfCeb {
  /** China's own, which the specification prefers. */
  SM2_SM3("SM2-SM3", "china-customs-sm2.pem"),
  /** The specification allows it. */
  RSA_SHA1("RSA-SHA1", "china-customs.pem");

  /** Not registered with the JDK: nobody else shall get other algorithms by it. */
  static final Provider SM = new BouncyCastleProvider();

  private static final String SM2_CURVE = "sm2p256v1";
  private static final int RSA_BITS = 2048;

  private final String word;
  private final String keyFile;

  SignatureMethodOfCeb(String word, String keyFile) {
    this.word = word;
    this.keyFile = keyFile;
  }

  /** Name of the private key's file, so that a change of the method never meets another's key. */
  String keyFile() {
    return keyFile;
  }

  KeyPairGenerator generator() throws GeneralSecurityException {
    KeyPairGenerator generator;
    if (this == SM2_SM3) {
      generator = KeyPairGenerator.getInstance("EC", SM);
      generator.initialize(new ECGenParameterSpec(SM2_CURVE));
    } else {
      generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
    }
    return generator;
  }

  static SignatureMethodOfCeb named(String word) {
    return Arrays.stream(values())
        .filter(method -> method.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "registration.csv: signature is '%s'; it must be one of %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(method -> method.word)
                                .collect(Collectors.joining(", ")))));
  }
}
