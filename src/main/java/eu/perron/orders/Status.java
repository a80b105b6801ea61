package eu.perron.orders;

public enum Status {
  IN_PROGRESS,
  WAITING_FOR_CLERK,
  DELIVERED,
  RETURNING,
  RETURNED,
  REFUSED,
  SEIZED,
  LOST,
  DESTROYED,
  CANCELLED
}
