package eu.perron.exports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ExportDeclarations extends Repository<ExportDeclaration, String> {
  /** Locked: two nodes may hear of the same list at the same time. */
  @Query("SELECT * FROM export_declaration WHERE cop_no = :copNo FOR UPDATE")
  Optional<ExportDeclaration> lock(String copNo);

  @Query(
      "SELECT * FROM export_declaration WHERE order_number = :orderNumber AND superseded = FALSE FOR UPDATE")
  Optional<ExportDeclaration> lockCurrent(String orderNumber);

  Optional<ExportDeclaration> findByOrderNumberAndSupersededFalse(String orderNumber);

  List<ExportDeclaration> findByOrderNumberInAndSupersededFalse(Collection<String> orderNumbers);

  List<ExportDeclaration> findByOrderNumberOrderByRevision(String orderNumber);
}
