-- What the desk finds an archived order by, as order_word is for those that are hot; goes with the erasure.
CREATE TABLE archive_word (
  token        BIGINT   NOT NULL COMMENT 'keyed hash of a word of the consignee''s name',
  order_number CHAR(12) NOT NULL,
  PRIMARY KEY (token, order_number),
  KEY archive_word_order (order_number)
) ENGINE=InnoDB;

-- What a partner said it has of a message that was then lodged on paper: goes with the message.
CREATE TABLE archive_inquiry (
  id         CHAR(36)        NOT NULL PRIMARY KEY,
  message_id CHAR(36)        NOT NULL,
  said       VARCHAR(8)      NOT NULL,
  said_at    DATETIME(3)     NOT NULL,
  who        VARCHAR(60)     NOT NULL,
  note       VARBINARY(1100) NULL COMMENT 'sealed',
  KEY archive_inquiry_message (message_id)
) ENGINE=InnoDB;
