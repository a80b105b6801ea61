package eu.perron.orders;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

@ConfigurationProperties("perron")
record IntakeSettings(@DefaultValue Intake intake) {
  /**
   * @param limit so many accepted orders may wait for their start before new ones are asked to come
   *     later
   */
  record Intake(@DefaultValue("200000") long limit) {}
}
