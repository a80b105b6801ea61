-- The last mile of an order: who carries it, under which booking, how far it is.
CREATE TABLE delivery (
  order_number  CHAR(12)      NOT NULL PRIMARY KEY,
  carrier       VARCHAR(40)   NOT NULL,
  booking       INT           NOT NULL COMMENT 'counts: a refused address is booked again under a new key',
  booking_key   VARCHAR(20)   NOT NULL COMMENT 'our reference at the carrier, fixed before the first send',
  booked_at     DATETIME(3)   NOT NULL,
  state         VARCHAR(20)   NOT NULL,
  refusal       VARCHAR(500)  NULL COMMENT 'why the carrier made no label',
  street        VARCHAR(140)  NULL COMMENT 'as a clerk corrected it; the order keeps what the seller wrote',
  postcode      VARCHAR(17)   NULL,
  city          VARCHAR(70)   NULL,
  handed_over_at DATETIME(3)  NULL,
  round         INT           NOT NULL DEFAULT 1 COMMENT 'counts: one more each time we ask for a new attempt',
  told          VARCHAR(20)   NULL COMMENT 'the last outcome announced',
  told_round    INT           NOT NULL DEFAULT 0,
  told_back     BOOLEAN       NOT NULL DEFAULT FALSE,
  UNIQUE KEY delivery_booking (booking_key),
  KEY delivery_state (state, carrier)
) ENGINE=InnoDB;

CREATE TABLE delivery_parcel (
  parcel_number CHAR(14)      NOT NULL PRIMARY KEY,
  order_number  CHAR(12)      NOT NULL,
  carrier       VARCHAR(40)   NOT NULL,
  barcode       VARCHAR(40)   NULL COMMENT 'the carrier''s number, once labelled',
  followed      BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'labelled and not at an end: news are expected',
  quiet_since   DATETIME(3)   NOT NULL COMMENT 'the last news, or the last time we asked',
  UNIQUE KEY delivery_barcode (barcode, carrier),
  KEY delivery_parcel_order (order_number),
  KEY delivery_parcel_quiet (carrier, followed, quiet_since)
) ENGINE=InnoDB;

-- What carriers saw, each thing once; the state above is worked out from these rows, in whatever order they came.
CREATE TABLE delivery_event (
  order_number  CHAR(12)      NOT NULL,
  parcel_number CHAR(14)      NOT NULL,
  code          VARCHAR(60)   NOT NULL COMMENT 'as the carrier wrote it',
  happened_at   DATETIME(3)   NOT NULL,
  place         VARCHAR(100)  NOT NULL DEFAULT '',
  milestone     VARCHAR(30)   NULL COMMENT 'null: a code nobody has explained to us',
  state         VARCHAR(20)   NULL COMMENT 'null: tells nothing about where the parcel stands',
  says          VARCHAR(200)  NULL,
  received_at   DATETIME(3)   NOT NULL,
  PRIMARY KEY (parcel_number, code, happened_at, place),
  KEY delivery_event_order (order_number)
) ENGINE=InnoDB;

-- In the database, not in a folder: every node can print it.
CREATE TABLE delivery_label (
  order_number  CHAR(12)      NOT NULL PRIMARY KEY,
  booking_key   VARCHAR(20)   NOT NULL,
  content_type  VARCHAR(100)  NOT NULL,
  body          MEDIUMBLOB    NOT NULL
) ENGINE=InnoDB;

-- How many parcels we asked a carrier about on a day (UTC): carriers grant a budget.
CREATE TABLE delivery_question (
  carrier       VARCHAR(40)   NOT NULL,
  day           DATE          NOT NULL,
  asked         INT           NOT NULL,
  PRIMARY KEY (carrier, day)
) ENGINE=InnoDB;
