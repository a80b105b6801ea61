-- What simulated partners will tell us later; kept, so that a killed simulator keeps its word.
CREATE TABLE simulator_letter (
  id           CHAR(64)     NOT NULL PRIMARY KEY COMMENT 'hash of where and what: the same letter twice is one',
  target       VARCHAR(10)  NOT NULL COMMENT 'DOOR or FILE',
  partner      VARCHAR(40)  NOT NULL,
  name         VARCHAR(190) NOT NULL COMMENT 'operation of the door, or file name',
  content_type VARCHAR(100) NOT NULL,
  body         LONGBLOB     NOT NULL,
  due_at       DATETIME(3)  NOT NULL,
  attempts     INT          NOT NULL DEFAULT 0,
  KEY simulator_letter_due (due_at)
) ENGINE=InnoDB;
