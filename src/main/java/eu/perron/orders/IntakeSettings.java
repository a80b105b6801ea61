package eu.perron.orders;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lanes origin and destination that we serve ({@code CN-BE}) */
@ConfigurationProperties("perron")
record IntakeSettings(@DefaultValue("CN-BE") Set<String> lanes, @DefaultValue Intake intake) {
  /** @param limit so many accepted orders may wait for their start before new ones are asked to come later */
  record Intake(@DefaultValue("200000") long limit) {}
}
