-- The message log: what was sent and told stays readable to us alone, by order, by partner and by day.

-- Sealed (house.Seal) from now on; what was written before stays as it is and is read all the same.
ALTER TABLE exchange_letter
  MODIFY content LONGBLOB NOT NULL COMMENT 'JSON of the room''s own record, sealed';

ALTER TABLE exchange_message
  MODIFY body LONGBLOB NOT NULL COMMENT 'as it travelled, sealed',
  MODIFY reply LONGBLOB NULL COMMENT 'what the partner answered while the line was open, sealed',
  ADD COLUMN size INT NULL COMMENT 'bytes as it travelled; null: from before the log, the body is not sealed',
  ADD KEY message_time (created_at),
  ADD KEY message_operation (partner, operation, created_at);

ALTER TABLE exchange_arrival
  MODIFY content LONGBLOB NOT NULL COMMENT 'JSON of the room''s own record, sealed',
  ADD COLUMN order_number VARCHAR(12) NULL COMMENT 'the order it moved, or the consignment if it concerns a whole flight; once applied',
  ADD COLUMN matched_to VARCHAR(40) NULL COMMENT 'the order, parcel or consignment a person said it is about',
  ADD KEY arrival_order (order_number, message_id);

-- One row for each time a message was offered to its partner.
CREATE TABLE exchange_attempt (
  message_id  CHAR(36)      NOT NULL,
  tried_at    DATETIME(6)   NOT NULL,
  millis      INT           NOT NULL COMMENT 'how long the partner took',
  outcome     VARCHAR(12)   NOT NULL COMMENT 'SENT FAILED REFUSED',
  problem     VARCHAR(1000) NULL,
  reply_type  VARCHAR(100)  NULL COMMENT 'set with the reply when the message goes again and hears another one',
  reply       LONGBLOB      NULL COMMENT 'sealed',
  PRIMARY KEY (message_id, tried_at)
) ENGINE=InnoDB;

-- What a partner calls something, wrongly, and a person said what it means.
CREATE TABLE exchange_alias (
  partner     VARCHAR(40)   NOT NULL,
  said        VARCHAR(120)  NOT NULL,
  number      VARCHAR(40)   NOT NULL COMMENT 'an order, parcel or consignment of ours',
  who         VARCHAR(60)   NOT NULL,
  created_at  DATETIME(3)   NOT NULL,
  PRIMARY KEY (partner, said)
) ENGINE=InnoDB;
