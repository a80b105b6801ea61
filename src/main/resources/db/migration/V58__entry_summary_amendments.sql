-- What a clerk asked advance security to change of a house that is registered (ICS2, IE3A24), and what it said.
CREATE TABLE freight_amendment (
  order_number     CHAR(12)        NOT NULL,
  number           INT             NOT NULL COMMENT 'counts those of a house, from 1',
  particulars      BLOB            NOT NULL COMMENT 'sealed: the house as it shall be',
  security_before  VARCHAR(12)     NOT NULL COMMENT 'where its assessment stood; counts again if the amendment is refused',
  state            VARCHAR(12)     NOT NULL COMMENT 'ASKED ACCEPTED REFUSED',
  asked_at         DATETIME(3)     NOT NULL,
  asked_by         VARCHAR(60)     NOT NULL,
  decided_at       DATETIME(3)     NULL COMMENT 'when we heard',
  answer           VARBINARY(4100) NULL COMMENT 'sealed: why it was refused',
  PRIMARY KEY (order_number, number)
) ENGINE=InnoDB;

ALTER TABLE freight_house
  ADD COLUMN amending BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'an amendment is asked and not answered: what is said of the filing as it was does not clear it';
