-- What operators did by hand, who and why; what they gave up stands in operations_discard.
CREATE TABLE operations_act (
  id         CHAR(36)        NOT NULL PRIMARY KEY,
  act        VARCHAR(12)     NOT NULL COMMENT 'RETRY REPLAY MATCH',
  kind       VARCHAR(12)     NOT NULL COMMENT 'MESSAGE ARRIVAL INCIDENT PARTNER',
  subject_id CHAR(36)        NULL COMMENT 'the message, arrival or incident',
  about      VARCHAR(190)    NOT NULL,
  reason     VARBINARY(1100) NULL COMMENT 'sealed; null: none was asked',
  who        VARCHAR(60)     NOT NULL,
  acted_at   DATETIME(3)     NOT NULL,
  KEY operations_act_time (acted_at),
  KEY operations_act_subject (subject_id)
) ENGINE=InnoDB;
