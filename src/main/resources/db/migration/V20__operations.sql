-- What operators gave up, who and why: the message or incident itself may be gone.
CREATE TABLE operations_discard (
  id           CHAR(36)     NOT NULL PRIMARY KEY,
  kind         VARCHAR(12)  NOT NULL COMMENT 'MESSAGE ARRIVAL INCIDENT',
  about        VARCHAR(190) NOT NULL,
  reason       VARCHAR(250) NOT NULL,
  who          VARCHAR(60)  NOT NULL,
  discarded_at DATETIME(3)  NOT NULL,
  KEY operations_discard_time (discarded_at)
) ENGINE=InnoDB;
