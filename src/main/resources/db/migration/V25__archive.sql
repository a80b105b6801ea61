ALTER TABLE orders ADD KEY orders_ended (ended_at, number);
ALTER TABLE exchange_message ADD KEY message_done (done_at, id);
ALTER TABLE exchange_letter ADD KEY letter_message (message_id);

-- What has ended and left the hot tables: one row for each order and each consignment, all its rows in one document.
CREATE TABLE archive_document (
  number       VARCHAR(24)  NOT NULL PRIMARY KEY COMMENT 'of the order or consignment',
  kind         VARCHAR(12)  NOT NULL COMMENT 'ORDER CONSIGNMENT',
  subject      VARCHAR(20)  NOT NULL COMMENT 'by which reference/retention.csv tells them apart: the VAT scheme of an order',
  ended_at     DATETIME(3)  NOT NULL,
  archived_at  DATETIME(3)  NOT NULL,
  keep_until   DATETIME(3)  NOT NULL COMMENT 'by the rules of the day it was archived; asked again before it is erased',
  erased_at    DATETIME(3)  NULL,
  rows_sealed  LONGBLOB     NULL COMMENT 'JSON of its rows, table by table; deflated, then sealed; null: erased',
  pages_sealed LONGBLOB     NULL COMMENT 'what the API and the pages said of it at the end; deflated, then sealed',
  KEY archive_document_keep (erased_at, keep_until)
) ENGINE=InnoDB;

-- By which numbers it is still found: parcels, carriers' numbers, LRN, MRN ... and the messages that spoke of it.
CREATE TABLE archive_number (
  number  VARCHAR(120) NOT NULL,
  owner   VARCHAR(24)  NOT NULL COMMENT 'order or consignment',
  role    VARCHAR(8)   NOT NULL COMMENT 'PRINTED on the parcel, SPOKEN between partners, PART of a consignment, LINK to a message',
  PRIMARY KEY (number, owner),
  KEY archive_number_owner (owner, role)
) ENGINE=InnoDB;

-- What lists and repeated orders need of an archived order; nothing personal, and it stays when the document is erased.
CREATE TABLE archive_order (
  number       CHAR(12)      NOT NULL PRIMARY KEY,
  seller_id    VARCHAR(40)   NOT NULL,
  reference    VARCHAR(60)   NOT NULL,
  content_hash CHAR(64)      NULL COMMENT 'null: erased; then every order under this reference is another one',
  lane         CHAR(5)       NOT NULL,
  stage        VARCHAR(20)   NOT NULL,
  status       VARCHAR(20)   NOT NULL,
  vat_scheme   VARCHAR(20)   NOT NULL,
  currency     CHAR(3)       NOT NULL,
  goods_value  DECIMAL(16,2) NOT NULL,
  placed_at    DATETIME(3)   NOT NULL,
  accepted_at  DATETIME(3)   NOT NULL,
  ended_at     DATETIME(3)   NOT NULL,
  archived_at  DATETIME(3)   NOT NULL,
  erased_at    DATETIME(3)   NULL,
  UNIQUE KEY archive_order_reference (seller_id, reference),
  KEY archive_order_of_seller (seller_id, placed_at, number)
) ENGINE=InnoDB;

-- Messages all of whose orders and consignments have left; bodies and replies sealed.
CREATE TABLE archive_message LIKE exchange_message;
CREATE TABLE archive_attempt LIKE exchange_attempt;

-- Brought back by a person because of late news; stays hot for as long as if it had ended then.
CREATE TABLE archive_brought_back (
  number  VARCHAR(24)     NOT NULL PRIMARY KEY,
  at      DATETIME(3)     NOT NULL,
  who     VARCHAR(60)     NOT NULL,
  reason  VARBINARY(1100) NOT NULL COMMENT 'sealed'
) ENGINE=InnoDB;

-- What the rounds of a day did, all nodes together.
CREATE TABLE archive_day (
  day           DATE          NOT NULL PRIMARY KEY COMMENT 'UTC',
  orders        BIGINT        NOT NULL DEFAULT 0,
  consignments  BIGINT        NOT NULL DEFAULT 0,
  messages      BIGINT        NOT NULL DEFAULT 0,
  erased        BIGINT        NOT NULL DEFAULT 0 COMMENT 'orders and consignments',
  brought_back  BIGINT        NOT NULL DEFAULT 0 COMMENT 'orders',
  last_round_at DATETIME(3)   NOT NULL,
  kept_back     INT           NOT NULL DEFAULT 0 COMMENT 'in the last round: ended, but something about them is open',
  problem       VARCHAR(1000) NULL COMMENT 'the last order that could not be archived, and why'
) ENGINE=InnoDB;
