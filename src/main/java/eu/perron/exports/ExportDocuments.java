package eu.perron.exports;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ExportDocuments extends Repository<ExportDocument, String> {
  /** All of an order together: whether the last of them is stored is asked under one lock. */
  @Query(
      "SELECT * FROM export_document WHERE order_number = :orderNumber ORDER BY number FOR UPDATE")
  List<ExportDocument> lock(String orderNumber);

  List<ExportDocument> findByOrderNumber(String orderNumber);
}
