-- What the desk finds an archived order by, as order_word is for those that are hot; goes with the erasure.
CREATE TABLE archive_word (
  token        BIGINT   NOT NULL COMMENT 'keyed hash of a word of the consignee''s name',
  order_number CHAR(12) NOT NULL,
  PRIMARY KEY (token, order_number),
  KEY archive_word_order (order_number)
) ENGINE=InnoDB;

-- What a partner said it has of a message that was then lodged on paper: goes with the message.
CREATE TABLE archive_inquiry LIKE exchange_inquiry;
