package eu.perron.connectors.cainiao;

import eu.perron.connectors.StatusCodes;
import eu.perron.house.PerronSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CainiaoConfiguration {
  @Bean
  ActionReader cainiaoActionReader(PerronSettings house, CainiaoSettings settings) {
    return new ActionReader(
        StatusCodes.load(house.connectorsDir().resolve("cainiao").resolve("status-codes.csv")),
        settings.secret());
  }
}
