package eu.perron.exchange;

import org.springframework.stereotype.Component;

/** Where doors leave what partners tell us; applied soon after, exactly once. */
@Component
public class Inbox {
  /** @return false if the partner sent this message before */
  public boolean receive(ReceivedMessage message) {
    throw new IllegalStateException("not wired yet");
  }

  /** Keeps a message nobody could read, so that a person can. */
  public void keepUnreadable(Partner partner, String operation, String contentType, byte[] body, String problem) {
    throw new IllegalStateException("not wired yet");
  }
}
