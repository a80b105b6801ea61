package eu.perron.exchange;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where rooms hand in what they owe a partner. */
@Component
public class Outbox {
  /** In the caller's transaction. The same letter twice (partner, operation, key) is one letter. */
  public void post(Letter letter) {
    postAll(List.of(letter));
  }

  public void postAll(List<Letter> letters) {
    throw new IllegalStateException("not wired yet");
  }

  /** @return whether it was still ours to withdraw; false once it is part of a message */
  public boolean withdraw(Partner partner, String operation, String key) {
    throw new IllegalStateException("not wired yet");
  }
}
