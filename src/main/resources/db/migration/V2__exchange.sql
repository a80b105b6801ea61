-- What we owe a partner: written in the step's own transaction, composed into a message, then sent.
CREATE TABLE exchange_letter (
  id           CHAR(36)      NOT NULL PRIMARY KEY,
  partner      VARCHAR(40)   NOT NULL,
  operation    VARCHAR(60)   NOT NULL,
  letter_key   VARCHAR(120)  NOT NULL COMMENT 'our identity for it (LRN, copNo, ...), fixed before the first send',
  about        VARCHAR(40)   NOT NULL COMMENT 'order or consignment number',
  content      LONGTEXT      NOT NULL COMMENT 'JSON of the room''s own record',
  message_id   CHAR(36)      NULL COMMENT 'the message that carries it, once composed',
  withdrawn_at DATETIME(3)   NULL,
  created_at   DATETIME(3)   NOT NULL,
  UNIQUE KEY letter_identity (partner, operation, letter_key),
  KEY letter_to_compose (partner, operation, message_id, withdrawn_at, created_at),
  KEY letter_about (about)
) ENGINE=InnoDB;

-- Every message as it travelled, byte for byte, in and out.
CREATE TABLE exchange_message (
  id           CHAR(36)      NOT NULL PRIMARY KEY,
  direction    CHAR(3)       NOT NULL COMMENT 'IN or OUT',
  partner      VARCHAR(40)   NOT NULL,
  operation    VARCHAR(60)   NOT NULL,
  message_key  VARCHAR(190)  NOT NULL COMMENT 'the identity of the message between the partners',
  content_type VARCHAR(100)  NOT NULL,
  body         LONGBLOB      NOT NULL,
  state        VARCHAR(12)   NOT NULL COMMENT 'OUT: READY SENDING SENT PARKED DISCARDED; IN: RECEIVED REFUSED DISCARDED',
  attempts     INT           NOT NULL DEFAULT 0,
  due_at       DATETIME(3)   NULL,
  lease_until  DATETIME(3)   NULL,
  problem      VARCHAR(1000) NULL,
  reply_type   VARCHAR(100)  NULL,
  reply        LONGBLOB      NULL,
  created_at   DATETIME(3)   NOT NULL,
  done_at      DATETIME(3)   NULL,
  UNIQUE KEY message_identity (direction, partner, operation, message_key),
  KEY message_due (state, partner, due_at),
  KEY message_recent (partner, created_at)
) ENGINE=InnoDB;

-- One thing a partner told us, to be applied exactly once.
CREATE TABLE exchange_arrival (
  id           CHAR(36)      NOT NULL PRIMARY KEY,
  message_id   CHAR(36)      NOT NULL,
  partner      VARCHAR(40)   NOT NULL,
  kind         VARCHAR(60)   NOT NULL,
  arrival_key  VARCHAR(190)  NOT NULL COMMENT 'makes a repeated message harmless',
  about        VARCHAR(120)  NOT NULL COMMENT 'LRN, AWB, carrier''s number ... as the partner names it',
  content      LONGTEXT      NOT NULL,
  state        VARCHAR(12)   NOT NULL COMMENT 'NEW APPLIED UNMATCHED FAILED DISCARDED',
  attempts     INT           NOT NULL DEFAULT 0,
  due_at       DATETIME(3)   NOT NULL,
  problem      VARCHAR(1000) NULL,
  created_at   DATETIME(3)   NOT NULL,
  done_at      DATETIME(3)   NULL,
  UNIQUE KEY arrival_identity (partner, kind, arrival_key),
  KEY arrival_due (state, due_at),
  KEY arrival_message (message_id),
  KEY arrival_about (about)
) ENGINE=InnoDB;
