package eu.perron.unionexports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The declarations on record. Whoever means to change one locks it first. */
interface UnionExportDeclarations extends Repository<UnionExportDeclaration, String> {
  @Query("SELECT * FROM union_export WHERE lrn = :lrn FOR UPDATE")
  Optional<UnionExportDeclaration> lockByLrn(String lrn);

  @Query("SELECT * FROM union_export WHERE mrn = :mrn FOR UPDATE")
  Optional<UnionExportDeclaration> lockByMrn(String mrn);

  @Query(
      "SELECT * FROM union_export WHERE order_number = :orderNumber AND superseded = FALSE FOR UPDATE")
  Optional<UnionExportDeclaration> lockCurrent(String orderNumber);

  @Query(
      "SELECT * FROM union_export WHERE order_number IN (:orderNumbers) AND superseded = FALSE "
          + "AND left_at IS NULL ORDER BY order_number FOR UPDATE")
  List<UnionExportDeclaration> lockNotLeft(Collection<String> orderNumbers);

  Optional<UnionExportDeclaration> findByOrderNumberAndSupersededFalse(String orderNumber);

  List<UnionExportDeclaration> findByOrderNumberOrderByRevision(String orderNumber);
}
