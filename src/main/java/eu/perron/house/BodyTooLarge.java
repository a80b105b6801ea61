package eu.perron.house;

import java.io.IOException;

/** More bytes than we are willing to read. */
final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  private final long most;

  BodyTooLarge(long most) {
    super("The body is larger than " + most + " bytes");
    this.most = most;
  }

  long most() {
    return most;
  }
}
