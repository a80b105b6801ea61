package eu.perron.flow;

import org.springframework.stereotype.Component;

/** Starts processes, in the caller's transaction. */
@Component
class Processes {
  void start(String processId, String businessKey) {
    throw new IllegalStateException("not wired yet");
  }
}
