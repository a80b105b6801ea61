package eu.perron.orders;

import eu.perron.house.Seal;
import eu.perron.house.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A party is one sealed document in one column: nothing is looked up by its parts. */
@Configuration(proxyBeanMethods = false)
class Parties {
  @Bean
  SealedColumn<Party> party(Seal seal) {
    return new SealedColumn<>(
        Party.class, seal::closeDocument, kept -> seal.openDocument(kept, Party.class));
  }
}
