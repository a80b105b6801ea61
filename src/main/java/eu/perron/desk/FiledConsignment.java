package eu.perron.desk;

import eu.perron.imports.StoragePart;
import java.util.List;

/**
 * All that the desk shows of one consignment; goes into the archive as it is; its messages are
 * there by themselves.
 *
 * @param consignment null: there is no such consignment
 * @param storage what customs was told to lie in temporary storage; null in files of old
 * @param houses those that are not in the archive themselves
 */
record FiledConsignment(
    ConsignmentFile.Consignment consignment,
    List<ConsignmentFile.Milestone> milestones,
    List<StoragePart> storage,
    List<ConsignmentFile.House> houses,
    OrderFile.Drawn drawn) {

  FiledConsignment with(List<ConsignmentFile.House> all) {
    return new FiledConsignment(consignment, milestones, storage, all, drawn);
  }
}
