-- How far the comparison of what is under way with a new sanctions list came.
CREATE TABLE flow_rescreening (
  id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version  BIGINT      NOT NULL COMMENT 'of the list',
  who      VARCHAR(80) NOT NULL,
  begun_at DATETIME(3) NOT NULL,
  reached  CHAR(12)    NOT NULL DEFAULT '' COMMENT 'the last order compared',
  orders   INT         NOT NULL DEFAULT 0,
  hits     INT         NOT NULL DEFAULT 0,
  ended_at DATETIME(3) NULL,
  KEY flow_rescreening_open (ended_at, id)
) ENGINE=InnoDB;
