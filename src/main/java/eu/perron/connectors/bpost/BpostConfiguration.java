package eu.perron.connectors.bpost;

import eu.perron.connectors.StatusCodes;
import eu.perron.house.PerronSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BpostConfiguration {
  @Bean
  InstructionComposer bpostNewAttemptComposer(BpostSettings settings) {
    return new InstructionComposer(InstructionComposer.NEW_ATTEMPT, settings);
  }

  @Bean
  InstructionComposer bpostRecallComposer(BpostSettings settings) {
    return new InstructionComposer(InstructionComposer.RECALL, settings);
  }

  @Bean
  TrackingReader bpostTrackingReader(PerronSettings settings) {
    return new TrackingReader(
        StatusCodes.load(settings.connectorsDir().resolve("bpost").resolve("status-codes.csv")));
  }
}
