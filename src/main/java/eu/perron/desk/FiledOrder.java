package eu.perron.desk;

import eu.perron.compliance.Finding;
import eu.perron.delivery.DeliveryView;
import eu.perron.desk.OrderFile.Drawn;
import eu.perron.desk.OrderFile.Flight;
import eu.perron.desk.OrderFile.StageOnWay;
import eu.perron.orders.Order;
import eu.perron.tracking.OrderView;
import eu.perron.tracking.TimelineEntry;
import java.time.LocalDate;
import java.util.List;

/** All that the desk shows of one order; goes into the archive as it is; its messages are there by themselves. */
record FiledOrder(
    Order order,
    List<StageOnWay> way,
    List<Finding> findings,
    LocalDate promised,
    List<OrderView.Declaration> declarations,
    List<TimelineEntry> timeline,
    Flight flight,
    DeliveryView mile,
    Drawn drawn) {}
