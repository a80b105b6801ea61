-- What happened to an order, as told by whoever saw it. A flight's events are written once for each order aboard at that
-- moment: an order pulled later keeps its past and gets no news of a flight it is not on.
CREATE TABLE timeline_event (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_number CHAR(12)      NOT NULL,
  code         VARCHAR(24)   NOT NULL,
  happened_at  DATETIME(3)   NOT NULL,
  place        VARCHAR(120)  NULL,
  level        VARCHAR(8)    NOT NULL,
  kind         VARCHAR(10)   NOT NULL COMMENT 'PLANNED ESTIMATED ACTUAL',
  source       VARCHAR(40)   NOT NULL,
  note         VARCHAR(500)  NULL,
  UNIQUE KEY timeline_event_identity (order_number, code, happened_at, level, kind, source)
) ENGINE=InnoDB;

-- What we promise a consignee, by the day the order was placed. Our own word, no law.
CREATE TABLE promise_rule (
  lane       CHAR(5)      NOT NULL,
  valid_from DATE         NOT NULL,
  days       INT          NOT NULL COMMENT 'from the day the order was placed; a Sunday moves to Monday',
  source     VARCHAR(200) NOT NULL,
  PRIMARY KEY (lane, valid_from)
) ENGINE=InnoDB;

INSERT INTO promise_rule (lane, valid_from, days, source) VALUES
  ('CN-BE', '2000-01-01', 9, 'Assumption of the demonstration, unverified: 2 days first mile, 4 export and air, 1 customs, 2 delivery');
