package eu.perron.orders;

public enum DeliveryService {
  HOME,
  PICKUP_POINT,
  LOCKER
}
