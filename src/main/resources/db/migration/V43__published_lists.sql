CREATE TABLE published_list (
  version     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind        VARCHAR(20)  NOT NULL COMMENT 'COMMODITY_CODES VAT_RATES CUSTOMS_OFFICES AIRLINE_PREFIXES',
  state       VARCHAR(10)  NOT NULL COMMENT 'PROPOSED IN_FORCE DISCARDED',
  counts_from DATE         NULL COMMENT 'until another of its kind counts',
  file_name   VARCHAR(190) NOT NULL,
  file_size   BIGINT       NOT NULL,
  sha256      CHAR(64)     NOT NULL COMMENT 'of the file as it was published',
  original    LONGBLOB     NOT NULL COMMENT 'gzip of that file',
  entries     INT          NOT NULL,
  left_out    INT          NOT NULL COMMENT 'rows that are of no use here',
  taken_at    DATETIME(3)  NOT NULL,
  taken_by    VARCHAR(80)  NOT NULL,
  decided_at  DATETIME(3)  NULL,
  decided_by  VARCHAR(80)  NULL,
  KEY published_list_state (state, counts_from),
  KEY published_list_file (sha256)
) ENGINE=InnoDB;
