-- Orders that come back to the hub, and what became of them.
CREATE TABLE order_return (
  order_number  CHAR(12)      NOT NULL PRIMARY KEY,
  expected_at   DATETIME(3)   NULL COMMENT 'null: it stood at the hub before we looked out for it',
  back_at       DATETIME(3)   NULL,
  decision      VARCHAR(20)   NULL COMMENT 'RETURN_TO_SELLER or DESTROY',
  decided_at    DATETIME(3)   NULL
) ENGINE=InnoDB;
