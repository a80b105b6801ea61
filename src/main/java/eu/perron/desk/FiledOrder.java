package eu.perron.desk;

import eu.perron.compliance.Finding;
import eu.perron.delivery.DeliveryView;
import eu.perron.desk.OrderFile.Drawn;
import eu.perron.desk.OrderFile.Flight;
import eu.perron.desk.OrderFile.StageOnWay;
import eu.perron.orders.Order;
import java.util.List;

/**
 * What the desk shows of one order beside its view, which the tracking keeps; goes into the archive
 * as it is.
 */
record FiledOrder(
    Order order,
    List<StageOnWay> way,
    List<Finding> findings,
    Flight flight,
    DeliveryView mile,
    Drawn drawn) {}
