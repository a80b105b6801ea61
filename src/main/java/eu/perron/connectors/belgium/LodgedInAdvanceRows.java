package eu.perron.connectors.belgium;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the simulators' own table: a flight takes half a day, and they may be killed meanwhile. */
@Component
@Profile("simulators")
class LodgedInAdvanceRows implements LodgedInAdvance {
  private final JdbcClient jdbc;

  LodgedInAdvanceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(String lrn, Case which) {
    jdbc.sql(
            "INSERT IGNORE INTO simulator_declaration (lrn, lot, item, currency) VALUES (:lrn,"
                + " :lot, :item, :currency)")
        .param("lrn", lrn)
        .param("lot", which.lot())
        .param("item", which.item())
        .param("currency", which.currency())
        .update();
  }

  @Override
  public Optional<Case> find(String lrn) {
    return jdbc.sql("SELECT lot, item, currency FROM simulator_declaration WHERE lrn = :lrn")
        .param("lrn", lrn)
        .query(Case.class)
        .optional();
  }
}
